import { literal, oneOf, repeat, type Sequence } from './grammar.ts';

/** The whole numbers from `least` to `most`, both included and 0 or more, without leading zeros. */
export function wholeBetween(least: number, most: number): Sequence[] {
  if (least > most) return [];
  const [low, high] = [String(least), String(most)];
  if (low.length === high.length) return sameLength(low, high);
  return [...sameLength(low, '9'.repeat(low.length)), ...wholeBetween(10 ** low.length, most)];
}

/** Numbers of one length, digit by digit: the first digit decides how free the rest is. */
function sameLength(low: string, high: string): Sequence[] {
  if (low === '') return [[]];
  const [first, last] = [Number(low[0]), Number(high[0])];
  const [lowRest, highRest] = [low.slice(1), high.slice(1)];
  if (first === last)
    return sameLength(lowRest, highRest).map((rest) => [...literal(String(first)), ...rest]);
  const [nines, zeros] = ['9'.repeat(lowRest.length), '0'.repeat(lowRest.length)];
  const from = lowRest === zeros ? first : first + 1;
  const to = highRest === nines ? last : last - 1;
  return [
    ...(from === first ? [] : startingWith(first, sameLength(lowRest, nines))),
    ...(from <= to ? [[oneOf([String(from), String(to)]), ...free(lowRest.length)]] : []),
    ...(to === last ? [] : startingWith(last, sameLength(zeros, highRest))),
  ];
}

function startingWith(digit: number, rests: readonly Sequence[]): Sequence[] {
  return rests.map((rest) => [...literal(String(digit)), ...rest]);
}

function free(digits: number): Sequence {
  return digits === 0 ? [] : [repeat('digit', digits, digits)];
}

/** The integers from `least` to `most`, both included. */
export function integersBetween(least: number, most: number): Sequence[] {
  const negative = wholeBetween(Math.max(1, -most), -least).map((digits) => [
    ...literal('-'),
    ...digits,
  ]);
  return [...(least < 0 ? negative : []), ...wholeBetween(Math.max(0, least), most)];
}

/** The decimal numbers from `least` to `most`, both whole and included. */
export function decimalsBetween(least: number, most: number): Sequence[] {
  const below = least < 0 ? positiveDecimals(Math.max(0, -most), -least) : [];
  return [
    ...below.map((digits) => [...literal('-'), ...digits]),
    ...(most < 0 ? [] : positiveDecimals(Math.max(0, least), most)),
  ];
}

/** The last whole number may be followed by zeros only. */
function positiveDecimals(least: number, most: number): Sequence[] {
  const fraction: Sequence = [{ kind: 'rule', name: 'fraction' }];
  return [
    ...wholeBetween(least, most - 1).map((digits) => [...digits, ...fraction]),
    ...wholeBetween(most, most),
  ];
}
