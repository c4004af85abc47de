import { literal, oneOf, repeat, rule, type Sequence } from './grammar.ts';
import { wholeBetween } from './number-range.ts';
import { countOf, refuse, type Schema } from './refuse.ts';

const QUOTE = literal('"');
const HEX = oneOf(['0', '9'], ['a', 'f']);

/** Texts of a length, or of a format that is made of digits. */
export function stringRules(schema: Schema, path: string): readonly Sequence[] {
  const [least, most] = [countOf(schema, 'minLength', path), countOf(schema, 'maxLength', path)];
  const hasLength = least !== undefined || most !== undefined;
  const { format } = schema;
  if (format !== undefined) {
    const texts = typeof format === 'string' ? FORMATS[format] : undefined;
    if (!texts) {
      const kept = Object.keys(FORMATS).join(', ');
      throw refuse(path, 'format', `${JSON.stringify(format)} cannot be kept; these can: ${kept}`);
    }
    if (hasLength) throw refuse(path, 'format', 'cannot be kept beside a length');
    return texts().map((text) => [...QUOTE, ...text, ...QUOTE]);
  }
  if (!hasLength) return [[rule('string')]];
  const [from, to] = [least ?? 0, most ?? Infinity];
  if (from > to) throw refuse(path, 'minLength', 'is more than maxLength');
  return [[...QUOTE, repeat('char', from, to), ...QUOTE]];
}

/** Formats that are made of digits in fixed places, and how they are written. */
const FORMATS: Readonly<Record<string, () => Sequence[]>> = {
  date: dates,
  time: times,
  'date-time': () =>
    dates().flatMap((date) => times().map((time) => [...date, ...literal('T'), ...time])),
  uuid: () => [
    [8, 4, 4, 4, 12].flatMap((length, index) => [
      ...literal(index > 0 ? '-' : ''),
      ...Array.from({ length }, () => HEX),
    ]),
  ],
};

/** The days that a month always has. */
function dates(): Sequence[] {
  const year = Array.from({ length: 4 }, () => oneOf(['0', '9']));
  const days = (months: readonly string[], last: number): Sequence[] =>
    months.flatMap((month) =>
      twoDigits(1, last).map((day) => [...year, ...literal(`-${month}-`), ...day]),
    );
  return [
    ...days(['01', '03', '05', '07', '08', '10', '12'], 31),
    ...days(['04', '06', '09', '11'], 30),
    ...days(['02'], 28),
  ];
}

/** The times of a day, in UTC. */
function times(): Sequence[] {
  const parts = [twoDigits(0, 23), twoDigits(0, 59), twoDigits(0, 59)];
  const joined = parts.reduce((times, part) =>
    times.flatMap((time) => part.map((digits) => [...time, ...literal(':'), ...digits])),
  );
  return joined.map((time) => [...time, ...literal('Z')]);
}

/** Numbers of two digits; those below ten begin with a zero. */
function twoDigits(from: number, to: number): Sequence[] {
  return [
    ...wholeBetween(from, 9).map((digit) => [...literal('0'), ...digit]),
    ...wholeBetween(Math.max(10, from), to),
  ];
}
