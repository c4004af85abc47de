import { NUMBER_WORDS } from '../words/number-words.ts';

/** How many words of a sentence, tokens of it and so on make one sentence of the simulator's. */
const PER_SENTENCE: Readonly<Record<string, number>> = {
  character: 86,
  token: 24,
  word: 16,
  line: 1,
  sentence: 1,
  paragraph: 1 / 5,
  page: 1 / 40,
};
const MOST_SENTENCES = 2_000;
const A_LONG_ANSWER = 25;

const MEASURE = new RegExp(
  `\\b(\\d[\\d,]{0,8}|${[...NUMBER_WORDS.keys()].join('|')})[ -](${Object.keys(PER_SENTENCE).join('|')})s?\\b`,
  'i',
);
const LONG =
  /\b(?:long|lengthy|detailed|essay|story|article|at length|in (?:great )?detail|in depth)\b/i;

/** Whether a word only says how much. */
export function isMeasure(word: string): boolean {
  return (
    Object.hasOwn(PER_SENTENCE, word.replace(/s$/, '')) || NUMBER_WORDS.has(word) || LONG.test(word)
  );
}

/** How many sentences were asked for; 0 when length was not spoken of. */
export function sentencesAsked(text: string): number {
  const [, count = '', unit = ''] = MEASURE.exec(text) ?? [];
  if (unit === '') return LONG.test(text) ? A_LONG_ANSWER : 0;
  const number = NUMBER_WORDS.get(count.toLowerCase()) ?? Number(count.replaceAll(',', ''));
  const sentences = Math.ceil(number / (PER_SENTENCE[unit.toLowerCase()] ?? 1));
  return Math.min(sentences, MOST_SENTENCES);
}
