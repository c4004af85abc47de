import type { Json } from './json.ts';
import type { Schema, SchemaObject } from './schema.ts';
import type { SchemaDocument } from './schema-document.ts';

/** What a value breaks: the place in the schema, its keyword last. */
export type Violation = string;

/** The names and places of a value that some keyword has looked at. */
export type Seen = Set<string | number>;

/** Finds what a value breaks of a schema, and adds to what is seen of it; `undefined` when it keeps to it. */
export type FindViolation = (
  value: Json,
  schema: Schema,
  path: string,
  seen: Seen,
) => Violation | undefined;

/** A place in the schema, and the value that is held against it. */
export interface Visit {
  readonly value: Json;
  readonly schema: SchemaObject;
  readonly path: string;
  readonly seen: Seen;
  readonly find: FindViolation;
  readonly document: SchemaDocument;
}

/**
 * Holds another schema against the value of a visit. What it has seen counts for the one that joins it and not for
 * those beside it; if it is broken, for none.
 */
export function findBeside(
  { value, seen, find }: Visit,
  schema: Schema,
  path: string,
): Violation | undefined {
  const looked: Seen = new Set();
  const violation = find(value, schema, path, looked);
  if (violation === undefined) for (const place of looked) seen.add(place);
  return violation;
}
