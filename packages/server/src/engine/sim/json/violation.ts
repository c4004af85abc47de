import { isList, isObject, type Json } from './json.ts';
import { violatedByItself } from './own-violation.ts';
import type { Schema } from './schema.ts';
import type { SchemaDocument } from './schema-document.ts';
import { findInList } from './violation-in-list.ts';
import { findInObject } from './violation-in-object.ts';
import { findBeside, type Seen, type Violation, type Visit } from './visit.ts';

const DEEPEST = 300;

/** Makes the check of values against the schemas of a document. */
export function createViolationFinder(
  document: SchemaDocument,
): (value: Json, schema: Schema, path: string) => Violation | undefined {
  let depth = 0;
  return (value, schema, path) => {
    depth = 0;
    return find(value, schema, path, new Set());
  };

  function find(value: Json, schema: Schema, path: string, seen: Seen): Violation | undefined {
    document.effort.spend(depth > DEEPEST ? Infinity : 1);
    if (typeof schema === 'boolean') return schema ? undefined : path;
    depth += 1;
    const visit = { value, schema, path, seen, find, document };
    const violation =
      violatedByItself(visit, document) ??
      findInPlace(visit) ??
      (isObject(value) ? findInObject({ ...visit, value }) : undefined) ??
      (isList(value) ? findInList({ ...visit, value }) : undefined);
    depth -= 1;
    return violation;
  }
}

/** The keywords that hold more schemas against the same value. */
function findInPlace(visit: Visit): Violation | undefined {
  const { value, schema, path, find, document } = visit;
  const { $ref, allOf = [], anyOf, oneOf, not } = schema;
  const joined: (readonly [Schema, string])[] = allOf.map((part, index) => [
    part,
    `${path}.allOf[${index}]`,
  ]);
  if ($ref !== undefined) joined.unshift([document.resolve($ref) ?? false, `${path}.$ref`]);
  for (const [part, at] of joined) {
    const violation = findBeside(visit, part, at);
    if (violation !== undefined) return violation;
  }
  if (anyOf && countKept(visit, anyOf) === 0) return `${path}.anyOf`;
  if (oneOf && countKept(visit, oneOf) !== 1) return `${path}.oneOf`;
  if (not !== undefined && find(value, not, path, new Set()) === undefined) return `${path}.not`;
  return findConditional(visit);
}

function countKept(visit: Visit, schemas: readonly Schema[]): number {
  return schemas.filter((schema) => findBeside(visit, schema, visit.path) === undefined).length;
}

function findConditional(visit: Visit): Violation | undefined {
  const { schema, path } = visit;
  if (schema.if === undefined) return undefined;
  const branch = findBeside(visit, schema.if, path) === undefined ? 'then' : 'else';
  return findBeside(visit, schema[branch] ?? true, `${path}.${branch}`);
}
