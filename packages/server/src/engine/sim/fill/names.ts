import { isCommon } from '../words/words.ts';

const QUOTED =
  /“([^”]{1,500})”|"([^"]{1,500})"|(?<![\p{L}\p{N}])'([^']{1,500})'(?![\p{L}\p{N}])|`([^`]{1,500})`/gu;
const PROPER =
  /(?<![\p{L}\p{N}@./_-])\p{Lu}[\p{L}\p{N}’'-]*(?: (?:(?:de|del|la|of|von|van|the) )?\p{Lu}[\p{L}\p{N}’'-]*)*(?:, [A-Z]{2}\b)?/gu;
const TIMES =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/i;
/** What tells that the word that a sentence begins with is a name: it does something, or stands alone. */
const AFTER_NAME = /^(?:'s\b|,| (?:is|was|has|lives|works|and)\b|[.!?]?$)/;

/** The things that a text calls by name, in its order: what stands in quotation marks, and proper names. */
export function namesIn(text: string): string[] {
  const quoted = quotedIn(text);
  const rest = text.replace(QUOTED, (match) => ' '.repeat(match.length));
  const proper = [...rest.matchAll(PROPER)].flatMap((match) =>
    properName(match[0], rest, match.index),
  );
  return [...new Set([...quoted, ...proper])];
}

/** What stands in quotation marks. */
export function quotedIn(text: string): string[] {
  return [...text.matchAll(QUOTED)].map((match) => match.slice(1).find(Boolean) ?? '');
}

function properName(found: string, text: string, at: number): string[] {
  const words = found.split(' ');
  const isName = (word: string): boolean => !isCommon(word.replace(/['’].*$/, ''));
  const known = words.findIndex(isName);
  const name = words
    .slice(known === -1 ? words.length : known, words.findLastIndex(isName) + 1)
    .join(' ')
    .replace(/['’]s$/, '');
  if (name.length < 2 || TIMES.test(name)) return [];
  const begins = known === 0 && !name.includes(' ') && isSentenceStart(text, at);
  return begins && !AFTER_NAME.test(text.slice(at + found.length)) ? [] : [name];
}

function isSentenceStart(text: string, at: number): boolean {
  return /(?:^|[.!?:\n])\s*$/.test(text.slice(Math.max(0, at - 20), at));
}
