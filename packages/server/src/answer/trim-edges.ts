/** Text without the line breaks that belong to the tags around it. */
export interface TrimmedText {
  /**
   * Text that can be given out.
   *
   * @param isAfterTag A tag stands before it: space at its beginning is the tag's.
   */
  push(text: string, isAfterTag: boolean): string;
  /** The space at its end, when no tag has followed. */
  rest(isAfterTag: boolean): string;
}

/**
 * The model sets its tags on lines of their own. Space is held back until a word follows, and given out with it
 * unless it is the first after a tag; so what ends before a tag ends with its last word.
 *
 * @param mayEnd Whether a tag may follow: space is not held back otherwise, once a word has come.
 */
export function createTrimmedText(mayEnd: boolean): TrimmedText {
  let held = '';
  let hasBegun = false;

  return { push, rest };

  function push(text: string, isAfterTag: boolean): string {
    const all = held + text;
    const words = hasBegun && !mayEnd ? all : all.trimEnd();
    held = all.slice(words.length);
    if (words === '') return '';
    const isFirst = !hasBegun;
    hasBegun = true;
    return isFirst && isAfterTag ? words.trimStart() : words;
  }

  function rest(isAfterTag: boolean): string {
    return isAfterTag && !hasBegun ? '' : held;
  }
}
