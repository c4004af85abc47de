import { Refusal } from '../../../refusal.ts';

/** A JSON Schema that is an object. */
export type Schema = Readonly<Record<string, unknown>>;

/** A schema that this engine cannot keep is never kept by half: the caller is told what stands in the way. */
export function refuse(path: string, keyword: string, why: string): Refusal {
  return new Refusal(400, `${path}: ${keyword} ${why}.`);
}

/** A count such as `minItems`; absent is `undefined`. */
export function countOf(schema: Schema, keyword: string, path: string): number | undefined {
  const value = schema[keyword];
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw refuse(path, keyword, 'needs a whole number, 0 or more');
}
