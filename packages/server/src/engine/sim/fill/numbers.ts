import { NUMBER_WORDS } from '../words/number-words.ts';
import { stem } from '../words/words.ts';

/** A number in a text, with the words around it. */
export interface SpokenNumber {
  readonly value: number;
  /** Where it stands, which tells it from another of the same value. */
  readonly at: number;
  /** The word behind it in its plain form, as in "5 results"; empty when there is none. */
  readonly noun: string;
}

const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.:/-])(-?\\d{1,15}(?:,\\d{3})*(?:\\.\\d{1,15})?|(?:${[...NUMBER_WORDS.keys()].join('|')})\\b)(?![\\p{N}:/]|[-.]\\d)\\s{0,2}([\\p{L}%°$€£]*)`,
  'giu',
);

/** The numbers that a text speaks of, dates and times left out. */
export function numbersIn(text: string): SpokenNumber[] {
  return [...text.matchAll(NUMBER)].map((match) => {
    const [, digits = '', noun = ''] = match;
    const value = NUMBER_WORDS.get(digits.toLowerCase()) ?? Number(digits.replaceAll(',', ''));
    return { value, at: match.index, noun: stem(noun.toLowerCase()) };
  });
}
