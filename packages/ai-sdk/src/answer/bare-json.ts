/** Takes a code fence off an answer that arrives in pieces. */
export interface BareJson {
  /** Takes a piece of the answer; gives what of it is certain to be no fence. */
  push(text: string): string;
  /** Gives what was held back. */
  end(): string;
}

/** What may still become an opening fence: spaces, up to three backticks, a language, a line's end. */
const MAY_OPEN = /^\s*(?:`{0,3}|```\w*[ \t\r]*)$/;
const OPENED = /^\s*```\w*[ \t]*\r?\n/;
/** What may still become the closing fence. */
const MAY_CLOSE = /\s*`{0,3}\s*$/;

/**
 * Hosts that cannot enforce JSON leave the model free to put it between code fences, which the SDK cannot
 * read. A fence around the whole answer is taken off; anything else stays as it is, to the letter.
 */
export function createBareJson(): BareJson {
  let state: 'beginning' | 'fenced' | 'bare' = 'beginning';
  let held = '';
  return { push, end };

  function push(text: string): string {
    if (state === 'bare') return text;
    held += text;
    if (state === 'beginning') {
      if (MAY_OPEN.test(held)) return '';
      state = OPENED.test(held) ? 'fenced' : 'bare';
      held = held.replace(OPENED, '');
      if (state === 'bare') return flush(held.length);
    }
    return flush(held.search(MAY_CLOSE));
  }

  function flush(length: number): string {
    const given = held.slice(0, length);
    held = held.slice(length);
    return given;
  }

  function end(): string {
    const rest = held;
    held = '';
    return state === 'fenced' ? rest.replace(/\s*```\s*$/, '') : rest;
  }
}
