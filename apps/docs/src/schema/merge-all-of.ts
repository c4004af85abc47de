import type { Resolver, Schema } from './open-api.ts';

/** A schema with what its `allOf` says put into it; what is said beside a reference is said last. */
export function merged(schema: unknown, resolve: Resolver): Schema {
  const { $ref: _, ...own } = schema as Schema;
  const target = resolve(schema) as Schema;
  const base = target === schema ? own : { ...target, ...own };
  const { allOf, ...rest } = base;
  if (!Array.isArray(allOf)) return base;
  return allOf.map((part) => merged(part, resolve)).reduce(join, rest);
}

function join(one: Schema, other: Schema): Schema {
  return {
    ...other,
    ...one,
    properties: { ...(other['properties'] as object), ...(one['properties'] as object) },
    required: [...list(other['required']), ...list(one['required'])],
  };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
