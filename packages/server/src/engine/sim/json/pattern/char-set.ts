import type { Cursor } from './cursor.ts';
import { type CharSet, PatternError, type Range } from './pattern.ts';

const DIGITS: readonly Range[] = [[48, 57]];
const WORD: readonly Range[] = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
const SPACE: readonly Range[] = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const CLASSES: ReadonlyMap<string, CharSet> = new Map([
  ['d', { ranges: DIGITS, negated: false }],
  ['D', { ranges: DIGITS, negated: true }],
  ['w', { ranges: WORD, negated: false }],
  ['W', { ranges: WORD, negated: true }],
  ['s', { ranges: SPACE, negated: false }],
  ['S', { ranges: SPACE, negated: true }],
]);
const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
  ['0', 0],
]);

/** What `.` stands for: all but the ends of lines. */
export const ANY: CharSet = {
  ranges: [
    [10, 10],
    [13, 13],
    [0x2028, 0x2029],
  ],
  negated: true,
};

/** The set of a single character. */
export function only(code: number): CharSet {
  return { ranges: [[code, code]], negated: false };
}

/** Reads a set behind its opening bracket. */
export function readSet(cursor: Cursor): CharSet {
  const negated = cursor.take('^');
  const ranges: Range[] = [];
  while (!cursor.take(']')) {
    const low = readMember(cursor);
    const first = single(low);
    if (first === undefined || cursor.peek() !== '-' || cursor.peek(1) === ']') {
      ranges.push(...spread(low));
      continue;
    }
    cursor.next();
    const last = single(readMember(cursor));
    if (last === undefined) throw new PatternError('a range must end with a character');
    ranges.push([first, last]);
  }
  return { ranges, negated };
}

/** Reads what follows a backslash. */
export function readEscape(cursor: Cursor): CharSet {
  const letter = cursor.next();
  const named = CLASSES.get(letter);
  if (named) return named;
  const control = CONTROLS.get(letter);
  if (control !== undefined) return only(control);
  if (letter === 'x' || letter === 'u') return only(readCode(cursor, letter));
  if (/[A-Za-z1-9]/.test(letter)) throw new PatternError(`\\${letter} is not supported`);
  return only(letter.codePointAt(0) as number);
}

function readMember(cursor: Cursor): CharSet {
  if (!cursor.take('\\')) return only(cursor.next().codePointAt(0) as number);
  return cursor.take('b') ? only(8) : readEscape(cursor);
}

function readCode(cursor: Cursor, letter: 'x' | 'u'): number {
  const pair =
    letter === 'u' && cursor.match(/([dD][89abAB][\da-fA-F]{2})\\u([dD][c-fC-F][\da-fA-F]{2})/);
  if (pair) {
    const [high, low] = pair.slice(1).map((digits) => Number.parseInt(digits, 16)) as [
      number,
      number,
    ];
    return (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
  }
  const digits = cursor.match(letter === 'x' ? /[\da-fA-F]{2}/ : /\{[\da-fA-F]+\}|[\da-fA-F]{4}/);
  return Number.parseInt(digits?.[0].replace('{', '') ?? '', 16);
}

function single({ ranges, negated }: CharSet): number | undefined {
  const [range, ...others] = ranges;
  return !negated && others.length === 0 && range?.[0] === range?.[1] ? range?.[0] : undefined;
}

/** A set within a set, as ranges; of a negated one, those that it leaves. */
function spread({ ranges, negated }: CharSet): readonly Range[] {
  if (!negated) return ranges;
  const firsts = [0, ...ranges.map(([, last]) => last + 1)];
  const lasts = [...ranges.map(([first]) => first - 1), 0x10ffff];
  return firsts
    .map((first, index): Range => [first, lasts[index] as number])
    .filter(([first, last]) => first <= last);
}
