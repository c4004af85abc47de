import { type Json } from '../json/json.ts';
import { wordsOf } from '../words/words.ts';
import { alsoCalled } from './units.ts';

/** The values of a list that a text mentions, in the order of the text. */
export function mentionedOf(values: readonly Json[], text: string): Json[] {
  const said = text.match(/[$€£¥%]|°?\p{L}+|\p{N}+/gu) ?? [];
  const plain = said.map((word) => alsoCalled(word)[0] ?? word);
  return values
    .map((value) => ({ value, at: typeof value === 'string' ? placeOf(value, plain, said) : -1 }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

function placeOf(value: string, plain: readonly string[], said: readonly string[]): number {
  const wanted = wordsOf(value).map((word) => alsoCalled(word)[0] ?? word);
  if (wanted.length === 0) return -1;
  return plain.findIndex(
    (_, at) =>
      wanted.every((word, index) => plain[at + index] === word) &&
      isMeant(said[at] ?? '', said[at - 1], value),
  );
}

/** A single letter is a unit only behind a number, unless the list itself names it so. */
function isMeant(word: string, before: string | undefined, value: string): boolean {
  return !/^\p{L}$/u.test(word) || word === value || /^\p{N}+$/u.test(before ?? '');
}
