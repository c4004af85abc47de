import { isRecord } from '@hermes4/core/internal';
import { typesOf } from './json-types.ts';

/** Whether no value can be accepted by two of these schemas, as far as types and constants tell. */
export function areDisjoint(schemas: readonly unknown[]): boolean {
  return schemas.every((one, index) =>
    schemas.slice(index + 1).every((other) => differ(one, other)),
  );
}

function differ(one: unknown, other: unknown): boolean {
  if (!isRecord(one) || !isRecord(other)) return false;
  const [types, others] = [kindsOf(one), kindsOf(other)];
  if (types && others && !types.some((type) => others.includes(type))) return true;
  const [values, otherValues] = [valuesOf(one), valuesOf(other)];
  if (values && otherValues) return !values.some((value) => otherValues.includes(value));
  return needed(one, other).some((name) => differ(propertyOf(one, name), propertyOf(other, name)));
}

/** A number may be an integer. */
function kindsOf(schema: Record<string, unknown>): string[] | undefined {
  if (!('type' in schema)) return undefined;
  return typesOf(schema, []).map((type) => (type === 'integer' ? 'number' : type));
}

function valuesOf(schema: Record<string, unknown>): string[] | undefined {
  if ('const' in schema) return [JSON.stringify(schema['const'])];
  return Array.isArray(schema['enum'])
    ? schema['enum'].map((value) => JSON.stringify(value))
    : undefined;
}

function needed(...schemas: readonly Record<string, unknown>[]): string[] {
  const [first = [], ...rest] = schemas.map(({ required }) =>
    Array.isArray(required) ? required.map(String) : [],
  );
  return first.filter((name) => rest.every((names) => names.includes(name)));
}

function propertyOf({ properties }: Record<string, unknown>, name: string): unknown {
  return isRecord(properties) ? properties[name] : undefined;
}
