import { merged } from './merge-all-of.ts';
import type { Resolver, Schema } from './open-api.ts';
import { MOST_VALUES } from './type-label.ts';

/** An example that is longer says less than its bounds. */
const LONGEST_EXAMPLE = 60;

/** What holds for a value besides its type, in words: bounds, those of a list's entries, default, examples. */
export function factsOf(schema: Schema, resolve: Resolver): string[] {
  const { items } = schema;
  const each = items === undefined ? [] : boundsOf(merged(items, resolve));
  return [
    ...boundsOf(schema),
    ...each.map((fact) => `each ${fact}`),
    ...told(schema, 'default', (value) => `default ${value}`),
    ...exampleOf(schema),
    ...(schema['deprecated'] === true ? ['deprecated'] : []),
  ];
}

function boundsOf(schema: Schema): string[] {
  const values = schema['enum'];
  const isLong = Array.isArray(values) && values.length > MOST_VALUES;
  return [
    ...(isLong ? [`one of ${values.map((value) => JSON.stringify(value)).join(', ')}`] : []),
    ...told(schema, 'minimum', (value) => `at least ${value}`),
    ...told(schema, 'maximum', (value) => `at most ${value}`),
    ...told(schema, 'exclusiveMinimum', (value) => `more than ${value}`),
    ...told(schema, 'exclusiveMaximum', (value) => `less than ${value}`),
    ...told(schema, 'minLength', (value) => `at least ${counted(value, 'character')}`),
    ...told(schema, 'maxLength', (value) => `at most ${counted(value, 'character')}`),
    ...told(schema, 'minItems', (value) => `at least ${counted(value, 'entry', 'entries')}`),
    ...told(schema, 'maxItems', (value) => `at most ${counted(value, 'entry', 'entries')}`),
    ...told(schema, 'pattern', (value) => `matches ${JSON.parse(value) as string}`),
    ...told(schema, 'format', (value) => `format ${JSON.parse(value) as string}`),
  ];
}

function told(schema: Schema, keyword: string, words: (value: string) => string): string[] {
  return schema[keyword] === undefined ? [] : [words(JSON.stringify(schema[keyword]))];
}

function exampleOf({ examples }: Schema): string[] {
  if (!Array.isArray(examples)) return [];
  const short = examples
    .map((one) => JSON.stringify(one))
    .filter((one) => one.length <= LONGEST_EXAMPLE);
  return short.length === 0 ? [] : [`for example ${short.join(' or ')}`];
}

function counted(count: string, one: string, many = `${one}s`): string {
  return `${count} ${count === '1' ? one : many}`;
}
