import { createJsonReader, type JsonReader } from './json-reader.ts';

/** What an answer's JSON may begin with: an object, an array, or anything that is JSON. */
export type JsonRoot = 'object' | 'array' | 'any';

/** Finds the JSON in an answer that arrives in pieces, whatever prose or code fence stands around it. */
export interface JsonFinder {
  /** Takes in one more piece of the answer. */
  push(text: string): void;
  /** Says that the answer has ended. */
  end(): void;
  /** The value so far, live as a {@link JsonReader}'s. */
  value(): unknown;
  /** Whether a whole value was found. */
  isComplete(): boolean;
  /** Why no whole value was found. */
  fault(): string;
}

/**
 * Starts looking. What begins like JSON and turns out to be none is passed over, and the search goes on
 * from there, so that no character is read twice.
 */
export function createJsonFinder(root: JsonRoot): JsonFinder {
  const opening = root === 'object' ? /\{/g : root === 'array' ? /\[/g : /[{[]/g;
  // Texts and numbers have no mark of their own: they count only when they stand alone.
  let alone = root === 'any';
  let reader: JsonReader | undefined = alone ? createJsonReader() : undefined;
  let fault: string | undefined;

  return {
    push,
    end: () => reader?.end(),
    value: () => reader?.value(),
    isComplete: () => reader?.isComplete() ?? false,
    fault: () => fault ?? reader?.fault() ?? 'it holds no JSON',
  };

  function push(text: string): void {
    let at = 0;
    while (at < text.length && !isSettled()) {
      if (!reader) {
        opening.lastIndex = at;
        const found = opening.exec(text);
        if (!found) return;
        at = found.index;
        reader = createJsonReader();
      }
      at = reader.push(text, at);
      if (reader.fault() !== undefined) giveUp(reader.fault());
      else if (reader.isComplete() && !isSettled()) {
        if (text.slice(at).trim() === '') return;
        giveUp();
      }
    }
  }

  function isSettled(): boolean {
    const value = reader?.isComplete() ? reader.value() : undefined;
    return typeof value === 'object' && value !== null;
  }

  /** What stands there is prose: looks for JSON after it. */
  function giveUp(why?: string): void {
    if (!alone) fault ??= why;
    alone = false;
    reader = undefined;
  }
}
