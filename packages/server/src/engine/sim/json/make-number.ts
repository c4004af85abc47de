import { integerFormats } from './formats.ts';
import type { Maker, Task } from './maker.ts';
import type { SchemaObject } from './schema.ts';

/** Makes a number: the smallest that fits, from 1 on, and the next of its kind for each further place. */
export function makeNumber(
  { demands, place, isInteger }: Task & { readonly isInteger: boolean },
  { keeps, pick }: Maker,
): number | undefined {
  const bounds = boundsOf(demands);
  const shift = place.number + pick(10);
  const step = stepOf(demands, isInteger);
  const found = step === undefined ? between(bounds, shift) : multiples(step, bounds, shift);
  return found
    .filter((value) => Number.isFinite(value) && (!isInteger || Number.isInteger(value)))
    .map((value) => (value === 0 ? 0 : value))
    .find((value) => keeps(value, demands));
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Whether a bound itself may be taken is seen when the number is checked. */
function boundsOf(demands: readonly SchemaObject[]): Bounds {
  const formats = demands.flatMap(({ format }) => integerFormats.get(format ?? '') ?? []);
  const lows = demands.flatMap(({ minimum = -Infinity, exclusiveMinimum = -Infinity }) => [
    minimum,
    exclusiveMinimum,
  ]);
  const highs = demands.flatMap(({ maximum = Infinity, exclusiveMaximum = Infinity }) => [
    maximum,
    exclusiveMaximum,
  ]);
  return {
    low: Math.max(...lows, formats[0] ?? -Infinity),
    high: Math.min(...highs, formats[1] ?? Infinity),
  };
}

/** What the number must be a multiple of; a joint multiple of several when they are whole. */
function stepOf(demands: readonly SchemaObject[], isInteger: boolean): number | undefined {
  const steps = demands.flatMap(({ multipleOf }) => (multipleOf === undefined ? [] : [multipleOf]));
  if (isInteger) steps.push(1);
  if (steps.every(Number.isInteger)) {
    return steps.reduce<number | undefined>(
      (a, b) => (a === undefined ? b : (a / divisor(a, b)) * b),
      undefined,
    );
  }
  return Math.max(...steps);
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function multiples(step: number, { low, high }: Bounds, shift: number): number[] {
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  const start = first > -Infinity ? first : last < 1 ? last : 1;
  const nearby = [0, 1, 2, 3];
  // A fraction such as 0.1 has multiples that no longer divide by it: the first that does is taken.
  return [
    start <= 1 && first <= 1 ? 1 + shift : start + shift,
    ...nearby.map((more) => start + more),
    ...nearby.map((less) => start - less),
    last - shift,
    ...nearby.map((less) => last - less),
    0,
  ].map((count) => count * step);
}

function between({ low, high }: Bounds, shift: number): number[] {
  if (low === -Infinity && high === Infinity) return [shift + 1.5];
  if (low === -Infinity)
    return [Math.min(shift + 1.5, Math.floor(high) - shift - 0.5), high - shift - 1, high];
  if (high === Infinity)
    return [Math.max(shift + 1.5, Math.ceil(low) + shift + 0.5), low + shift + 1, low];
  const part = low + ((high - low) * (shift + 1)) / (shift + 2);
  return [Math.round(part * 100) / 100, part, (low + high) / 2, low, high];
}
