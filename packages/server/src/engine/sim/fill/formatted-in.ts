import { formats } from '../json/formats.ts';
import { datesIn, timesIn } from './dates.ts';

/** Formats that almost any word has: only a word with a dot or a slash is taken for one. */
const ANY_WORD = new Set(['byte', 'hostname', 'uri-reference', 'json-pointer']);

/** Longer ones are no words, and take long to compare. */
const LONGEST_WORD = 100;

/** What of a text has a format, dates and times also when they are written out. */
export function formattedIn(text: string, format: string): string[] {
  const known = formats.get(format);
  if (!known) return [];
  const written = wordsAsWritten(text).filter((word) => !ANY_WORD.has(format) || /[./]/.test(word));
  return [...written, ...writtenOut(text, format)].filter(known.fits);
}

/** The words of a text without the signs around them. */
export function wordsAsWritten(text: string): string[] {
  return text
    .split(/[\s"“”'`<>()]+/)
    .map((word) => word.replace(/[.,;:!?]{1,9}$/, ''))
    .filter((word) => word !== '' && word.length <= LONGEST_WORD);
}

function writtenOut(text: string, format: string): string[] {
  const [time = '00:00:00'] = timesIn(text);
  switch (format) {
    case 'date':
      return datesIn(text);
    case 'date-time':
      return datesIn(text).map((day) => `${day}T${time}Z`);
    case 'time':
      return timesIn(text).map((one) => `${one}Z`);
    default:
      return [];
  }
}
