type Fields = Record<string, unknown>;

/** What stands around the text of an event. */
interface Mould {
  readonly before: string;
  readonly after: string;
  /** An event of this form; `false` when it holds more than can be copied. Made when the second of them comes. */
  chunk?: Chunk | false;
}

interface Chunk extends Fields {
  readonly choices: readonly { readonly delta?: Fields }[];
}

/** A word with nothing escaped, where a delta would hold it. */
const TEXT = /"content": ?("[^"\\]{0,999}")/;
/** Three objects and a list, each within the one before it: nothing else that two values would share. */
const NEST = /^\{[^[{]*\[\{[^[{]*\{[^[{]*$/;

/**
 * Makes what reads the events of one stream as JSON values; it throws what `JSON.parse` throws.
 *
 * Most events repeat the one before them, letter by letter, around a word of text. Of those only the word is parsed,
 * and the rest is copied, which takes less than half of the time.
 */
export function createValueReader(): (data: string) => unknown {
  let mould: Mould | undefined;

  return (data) => {
    if (!mould || !isOf(mould, data)) mould = mouldOf(data);
    else {
      const chunk = (mould.chunk ??= chunkOf(mould));
      try {
        if (chunk) return withContent(chunk, JSON.parse(between(mould, data)));
      } catch {
        // More than one value, or none: it is not the text alone that differs.
      }
    }
    return JSON.parse(data) as unknown;
  };
}

function isOf({ before, after }: Mould, data: string): boolean {
  // `startsWith` compares letter by letter in V8, and takes several times as long.
  return data.slice(0, before.length) === before && data.endsWith(after);
}

function between({ before, after }: Mould, data: string): string {
  return data.slice(before.length, data.length - after.length);
}

function mouldOf(data: string): Mould | undefined {
  const found = TEXT.exec(data);
  if (!found) return undefined;
  const [{ length }, text = ''] = found;
  const end = found.index + length;
  return { before: data.slice(0, end - text.length), after: data.slice(end) };
}

function chunkOf({ before, after }: Mould): Chunk | false {
  if (!NEST.test(before + after)) return false;
  // Only here can the list come from: where it turns up is where the text belongs.
  const chunk = JSON.parse(`${before}[]${after}`) as { readonly choices?: Chunk['choices'] | null };
  const isText = Array.isArray(chunk.choices?.[0]?.delta?.['content']);
  return isText && chunk.choices.length === 1 && (chunk as Chunk);
}

function withContent(chunk: Chunk, content: unknown): Chunk {
  const [choice] = chunk.choices;
  return { ...chunk, choices: [{ ...choice, delta: { ...choice?.delta, content } }] };
}
