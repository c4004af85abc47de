import type { Schema } from './schema.ts';

const LONGEST = 60;

/** What a schema asks for, in words: `a number from 0.01 to 1`, `one of "auto", "none"`. */
export function describeSchema(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) {
    const values = schema.enum.map((value) => JSON.stringify(value)).join(', ');
    return schema.enum.length === 1 ? values : `one of ${values}`;
  }
  const tag = schema.properties?.['role'] ?? schema.properties?.['type'];
  const named = tag && (tag.const ?? tag.enum?.[0]);
  if (typeof named === 'string') {
    return `an object with ${schema.properties?.['role'] ? 'role' : 'type'} ${JSON.stringify(named)}`;
  }
  const types = [schema.type ?? 'value'].flat().map(withArticle);
  return `${types.join(' or ')}${bounds(schema)}`;
}

function withArticle(type: string): string {
  if (type === 'null') return 'null';
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}

function bounds(schema: Schema): string {
  const { minimum, maximum, minItems, maxItems, minLength, maxLength, pattern } = schema;
  return [
    range(minimum, maximum, ''),
    range(minItems, maxItems, ' items'),
    range(minLength, maxLength, ' characters'),
    pattern === undefined ? '' : ` that matches ${pattern}`,
  ].join('');
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}${unit}`;
  if (least !== undefined) return ` of at least ${least}${unit}`;
  return most === undefined ? '' : ` of at most ${most}${unit}`;
}

/** What was given, in words, cut short so that no prompt ends up whole in an error. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array';
  switch (typeof value) {
    case 'string':
      return shorten(JSON.stringify(value));
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'object':
      return value === null ? 'null' : 'an object';
    default:
      return `a ${typeof value}`;
  }
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
