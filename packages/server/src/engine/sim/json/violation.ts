import { isList, isObject, type Json, type JsonObject } from './json.ts';
import { violatedByItself } from './own-violation.ts';
import {
  dependentNames,
  dependentSchema,
  firstItems,
  otherItems,
  type Schema,
  type SchemaObject,
} from './schema.ts';
import type { SchemaDocument } from './schema-document.ts';

/** What a value breaks: the place in the schema, its keyword last. */
export type Violation = string;

/** Finds what a value breaks of a schema; `undefined` when it keeps to it. */
export type FindViolation = (value: Json, schema: Schema, path: string) => Violation | undefined;

/** The names and places of a value that some keyword has looked at. */
type Seen = Set<string | number>;

/** A place in the schema, and the value that is held against it. */
interface Visit {
  readonly value: Json;
  readonly schema: SchemaObject;
  readonly path: string;
  /** What is seen of the value; grows as keywords look at it. */
  readonly seen: Seen;
}

const DEEPEST = 300;

/** Makes the check of values against schemas of a document. */
export function createViolationFinder(document: SchemaDocument): FindViolation {
  let depth = 0;
  return (value, schema, path) => {
    depth = 0;
    return find(value, schema, path);
  };

  function find(
    value: Json,
    schema: Schema,
    path: string,
    seen: Seen = new Set(),
  ): Violation | undefined {
    document.effort.spend();
    if (schema === true) return undefined;
    if (schema === false) return path;
    if (depth > DEEPEST) document.effort.spend(Infinity);
    depth += 1;
    const visit = { value, schema, path, seen };
    const violation =
      violatedByItself(visit, document) ??
      findInPlace(visit) ??
      (isObject(value) ? findInObject({ ...visit, value }) : undefined) ??
      (isList(value) ? findInList({ ...visit, value }) : undefined);
    depth -= 1;
    return violation;
  }

  /** The keywords that hold more schemas against the same value. */
  function findInPlace(visit: Visit): Violation | undefined {
    const { schema, path } = visit;
    if (schema.$ref !== undefined) {
      const violation = findBeside(visit, document.resolve(schema.$ref) ?? false, `${path}.$ref`);
      if (violation !== undefined) return violation;
    }
    for (const [index, part] of (schema.allOf ?? []).entries()) {
      const violation = findBeside(visit, part, `${path}.allOf[${index}]`);
      if (violation !== undefined) return violation;
    }
    if (schema.anyOf && countKept(visit, schema.anyOf) === 0) return `${path}.anyOf`;
    if (schema.oneOf && countKept(visit, schema.oneOf) !== 1) return `${path}.oneOf`;
    const { not } = schema;
    if (not !== undefined && find(visit.value, not, path) === undefined) return `${path}.not`;
    return findConditional(visit);
  }

  function countKept(visit: Visit, schemas: readonly Schema[]): number {
    return schemas.filter((schema) => findBeside(visit, schema, visit.path) === undefined).length;
  }

  /** What a schema has seen counts for the one that joins it, not for those beside it; if it is broken, for none. */
  function findBeside({ value, seen }: Visit, schema: Schema, path: string): Violation | undefined {
    const looked: Seen = new Set();
    const violation = find(value, schema, path, looked);
    if (violation === undefined) for (const place of looked) seen.add(place);
    return violation;
  }

  function findConditional(visit: Visit): Violation | undefined {
    const { schema, path } = visit;
    if (schema.if === undefined) return undefined;
    const branch = findBeside(visit, schema.if, path) === undefined ? 'then' : 'else';
    return findBeside(visit, schema[branch] ?? true, `${path}.${branch}`);
  }

  function findInObject(visit: Visit & { readonly value: JsonObject }): Violation | undefined {
    const { value, schema, path, seen } = visit;
    for (const [name, inner] of Object.entries(value)) {
      const violation =
        (schema.propertyNames === undefined
          ? undefined
          : find(name, schema.propertyNames, `${path}.propertyNames`)) ??
        findInProperty(visit, name, inner) ??
        findDependent(visit, name);
      if (violation !== undefined) return violation;
    }
    if (schema.unevaluatedProperties === undefined) return undefined;
    for (const [name, inner] of Object.entries(value)) {
      if (seen.has(name)) continue;
      const violation = find(inner, schema.unevaluatedProperties, `${path}.unevaluatedProperties`);
      if (violation !== undefined) return violation;
      seen.add(name);
    }
    return undefined;
  }

  function findInProperty(
    { schema, path, seen }: Visit,
    name: string,
    inner: Json,
  ): Violation | undefined {
    for (const [asked, at] of propertySchemas(schema, name, document)) {
      const violation = find(inner, asked, `${path}.${at}`);
      if (violation !== undefined) return violation;
      seen.add(name);
    }
    return undefined;
  }

  function findDependent(visit: Visit, name: string): Violation | undefined {
    const { value, schema, path } = visit;
    const missing = dependentNames(schema, name).some(
      (other) => !Object.hasOwn(value as object, other),
    );
    if (missing)
      return `${path}.${schema.dependentRequired ? 'dependentRequired' : 'dependencies'}`;
    const asked = dependentSchema(schema, name);
    return asked === undefined
      ? undefined
      : findBeside(visit, asked, `${path}.dependentSchemas.${name}`);
  }

  function findInList({
    value,
    schema,
    path,
    seen,
  }: Visit & { readonly value: readonly Json[] }): Violation | undefined {
    const first = firstItems(schema);
    const others = otherItems(schema);
    for (const [index, item] of value.entries()) {
      const asked = index < first.length ? first[index] : others;
      if (asked === undefined) continue;
      const violation = find(
        item,
        asked,
        index < first.length ? `${path}.prefixItems[${index}]` : `${path}.items`,
      );
      if (violation !== undefined) return violation;
      seen.add(index);
    }
    return (
      findContained({ value, schema, path, seen }) ??
      findUnevaluatedItem({ value, schema, path, seen })
    );
  }

  function findContained({ value, schema, path, seen }: Visit): Violation | undefined {
    const { contains, minContains = 1, maxContains = Infinity } = schema;
    if (contains === undefined) return undefined;
    const found = [...(value as readonly Json[]).entries()].filter(
      ([, item]) => find(item, contains, path) === undefined,
    );
    for (const [index] of found) seen.add(index);
    if (found.length < minContains) return `${path}.contains`;
    return found.length > maxContains ? `${path}.maxContains` : undefined;
  }

  function findUnevaluatedItem({ value, schema, path, seen }: Visit): Violation | undefined {
    const { unevaluatedItems } = schema;
    if (unevaluatedItems === undefined) return undefined;
    for (const [index, item] of (value as readonly Json[]).entries()) {
      if (seen.has(index)) continue;
      const violation = find(item, unevaluatedItems, `${path}.unevaluatedItems`);
      if (violation !== undefined) return violation;
      seen.add(index);
    }
    return undefined;
  }
}

/** The schemas that a property's value must keep to, each with where it stands. */
export function propertySchemas(
  schema: SchemaObject,
  name: string,
  document: SchemaDocument,
): (readonly [Schema, string])[] {
  const { properties = {}, patternProperties = {}, additionalProperties } = schema;
  const found: (readonly [Schema, string])[] = [];
  if (Object.hasOwn(properties, name))
    found.push([properties[name] as Schema, `properties.${name}`]);
  for (const [source, asked] of Object.entries(patternProperties)) {
    if (document.matches(source, name)) found.push([asked, `patternProperties.${source}`]);
  }
  if (found.length === 0 && additionalProperties !== undefined) {
    found.push([additionalProperties, 'additionalProperties']);
  }
  return found;
}
