import { stem } from '../words/words.ts';

/** Several names of one unit. */
const UNITS: readonly (readonly string[])[] = [
  ['celsius', 'centigrade', '°c', 'c'],
  ['fahrenheit', '°f', 'f'],
  ['kelvin', 'k'],
  ['kilometer', 'kilometre', 'km'],
  ['meter', 'metre', 'm'],
  ['centimeter', 'centimetre', 'cm'],
  ['mile', 'mi'],
  ['foot', 'feet', 'ft'],
  ['inch', 'in'],
  ['kilogram', 'kilo', 'kg'],
  ['gram', 'g'],
  ['pound', 'lb'],
  ['ounce', 'oz'],
  ['liter', 'litre', 'l'],
  ['second', 'sec', 's'],
  ['minute', 'min'],
  ['hour', 'hr', 'h'],
  ['percent', '%'],
  ['usd', 'dollar', '$'],
  ['eur', 'euro', '€'],
  ['gbp', 'sterling', '£'],
  ['jpy', 'yen', '¥'],
];

/** What one may also call a word: its own plain form and, for a unit, the unit's other names. */
export function alsoCalled(word: string): readonly string[] {
  const lower = word.toLowerCase();
  const plain = stem(lower);
  return UNITS.find((names) => names.includes(lower) || names.includes(plain)) ?? [plain];
}
