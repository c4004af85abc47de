/** The tags that Hermes 4 was trained to write around what is not text. */
export const THINK = '<think>';
export const THINK_END = '</think>';
export const CALL = '<tool_call>';
export const CALL_END = '</tool_call>';
export const RESPONSE_END = '</tool_response>';

/** The code of `<`, with which each tag begins. */
export const LESS_THAN = 60;

const LONGEST = RESPONSE_END.length;

/**
 * The tag that stands at a place, `''` when what follows may yet become one of them, or `undefined` when
 * it is none.
 */
export function tagAt(input: string, at: number, tags: readonly string[]): string | undefined {
  const ahead = input.slice(at, at + LONGEST);
  let found: string | undefined;
  for (const tag of tags) {
    if (ahead.startsWith(tag)) return tag;
    if (tag.startsWith(ahead)) found = '';
  }
  return found;
}

/** Whether a character separates words. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}
