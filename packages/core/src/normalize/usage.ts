import { isRecord } from '../primitives/is-record.ts';

/** Token counts as numbers: some hosts send them as text. The same object when they are numbers. */
export function normalizeUsage(usage: unknown): unknown {
  if (!isRecord(usage)) return null;
  const entries = Object.entries(usage);
  const normal = entries.map(([name, value]) => [name, count(name, value)] as const);
  return normal.every(([, value], at) => value === entries[at]?.[1])
    ? usage
    : Object.fromEntries(normal);
}

function count(name: string, value: unknown): unknown {
  if (isRecord(value)) return normalizeUsage(value);
  const isCount = typeof value === 'string' && name.endsWith('_tokens') && /^\d+$/.test(value);
  return isCount ? Number(value) : value;
}
