import { rule, type Sequence } from './grammar.ts';
import { decimalsBetween, integersBetween } from './number-range.ts';
import { refuse, type Schema } from './refuse.ts';

const MOST = Number.MAX_SAFE_INTEGER;
const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const;

/** Numbers between bounds; those of a decimal number must be whole, so that its digits can be told one by one. */
export function numberRules(
  type: 'number' | 'integer',
  schema: Schema,
  path: string,
): readonly Sequence[] {
  const given = BOUNDS.filter((keyword) => schema[keyword] !== undefined);
  for (const keyword of given) {
    const bound = schema[keyword];
    if (typeof bound !== 'number') throw refuse(path, keyword, 'needs a number');
    if (type === 'number' && !Number.isInteger(bound)) {
      throw refuse(path, keyword, 'can be kept for whole bounds only');
    }
  }
  const [last] = given;
  if (last === undefined) return [[rule(type)]];
  const [minimum, maximum, above, below] = BOUNDS.map(
    (keyword) => schema[keyword] as number | undefined,
  );
  const least = Math.max(-MOST, Math.ceil(minimum ?? -MOST), Math.floor(above ?? -MOST - 1) + 1);
  const most = Math.min(MOST, Math.floor(maximum ?? MOST), Math.ceil(below ?? MOST + 1) - 1);
  if (least > most) throw refuse(path, last, 'leaves no number');
  return type === 'integer' ? integersBetween(least, most) : decimalsBetween(least, most);
}
