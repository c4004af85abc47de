import { isRecord } from '@hermes4/core/internal';
import type { Schema } from './refuse.ts';

const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];

/**
 * The types that a schema's values may have. One that names none has the type that its keywords are about, and else any.
 *
 * @param keywords The keywords that are about a type.
 */
export function typesOf(
  schema: Schema,
  keywords: readonly (readonly [string, readonly string[]])[],
): string[] {
  const named = [schema['type'] ?? []].flat().map(String);
  // An integer is a number: both would write it twice.
  const types = named.includes('number') ? named.filter((type) => type !== 'integer') : named;
  if ('type' in schema) return types.filter((type) => TYPES.includes(type));
  const told = keywords.find(([, of]) => of.some((keyword) => keyword in schema));
  return told ? [told[0]] : TYPES.filter((type) => type !== 'integer');
}

/** Whether a value has a type, as JSON Schema means it. */
export function isOfType(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
