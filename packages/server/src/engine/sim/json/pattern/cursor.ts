/** A place in a pattern that is read from left to right. */
export interface Cursor {
  /** The character ahead, or one further on; empty behind the end. */
  readonly peek: (offset?: number) => string;
  /** Reads one character. */
  readonly next: () => string;
  /** Reads a character if it is the one ahead. */
  readonly take: (character: string) => boolean;
  /** Reads what a sticky expression finds ahead. */
  readonly match: (expression: RegExp) => RegExpExecArray | undefined;
}

/** Starts at the beginning of a pattern. */
export function createCursor(source: string): Cursor {
  let at = 0;
  return { peek, next, take, match };

  function peek(offset = 0): string {
    return source.charAt(at + offset);
  }

  function next(): string {
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
    at += character.length;
    return character;
  }

  function take(character: string): boolean {
    if (peek() !== character) return false;
    at += 1;
    return true;
  }

  function match(expression: RegExp): RegExpExecArray | undefined {
    const sticky = new RegExp(expression, 'y');
    sticky.lastIndex = at;
    const found = sticky.exec(source);
    if (found) at += found[0].length;
    return found ?? undefined;
  }
}
