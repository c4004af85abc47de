import { merged } from './merge-all-of.ts';
import { nameOf, type Resolver, type Schema } from './open-api.ts';

/** More values than these are told apart from the type. */
export const MOST_VALUES = 6;

/** The type of a schema, as TypeScript would write it; named objects by their names in words. */
export function typeLabel(schema: unknown, resolve: Resolver): string {
  const label = labelOf(schema, resolve);
  return label === '' ? 'any' : label;
}

/** A schema's name in words: `ChatCompletionUserMessageParam` is “User message”. */
export function titleOf(name: string): string {
  const short = name
    .replace(/^ChatCompletion(?=[A-Z])/, '')
    .replace(/Params?$/, '')
    // What a part is comes first, as with messages.
    .replace(/^ContentPart(.+)$/, '$1Part');
  const words = short
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(' ');
  return words
    .map((word, index) => (index === 0 || /^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
}

function labelOf(schema: unknown, resolve: Resolver): string {
  const whole = merged(schema, resolve);
  const branches = whole['oneOf'] ?? whole['anyOf'];
  if (Array.isArray(branches)) {
    return [...new Set(branches.map((branch) => labelOf(branch, resolve)))].join(' | ');
  }
  if ('const' in whole) return JSON.stringify(whole['const']);
  const values = whole['enum'];
  if (Array.isArray(values) && values.length <= MOST_VALUES) {
    return values.map((value) => JSON.stringify(value)).join(' | ');
  }
  const types = [whole['type'] ?? (whole['properties'] ? 'object' : [])].flat().map(String);
  return types.map((type) => typed(type, schema, whole, resolve)).join(' | ');
}

function typed(type: string, schema: unknown, whole: Schema, resolve: Resolver): string {
  if (type === 'array') {
    const items = typeLabel(whole['items'] ?? {}, resolve);
    return / \| /.test(items) ? `(${items})[]` : `${items}[]`;
  }
  const name = nameOf(schema);
  return type === 'object' && name !== undefined ? titleOf(name) : type;
}
