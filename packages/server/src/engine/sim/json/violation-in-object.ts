import type { Json, JsonObject } from './json.ts';
import { dependentNames, dependentSchema, propertySchemas } from './schema-of-property.ts';
import { findBeside, type Violation, type Visit } from './visit.ts';

type ObjectVisit = Visit & { readonly value: JsonObject };

/** What an object breaks by its properties. */
export function findInObject(visit: ObjectVisit): Violation | undefined {
  for (const [name, inner] of Object.entries(visit.value)) {
    const violation =
      findInName(visit, name) ?? findInProperty(visit, name, inner) ?? findDependent(visit, name);
    if (violation !== undefined) return violation;
  }
  return findUnevaluated(visit);
}

function findInName({ schema, path, find }: Visit, name: string): Violation | undefined {
  const { propertyNames } = schema;
  return propertyNames === undefined
    ? undefined
    : find(name, propertyNames, `${path}.propertyNames`, new Set());
}

function findInProperty(
  { schema, path, seen, find, document }: Visit,
  name: string,
  inner: Json,
): Violation | undefined {
  for (const [asked, at] of propertySchemas(schema, name, document)) {
    const violation = find(inner, asked, `${path}.${at}`, new Set());
    if (violation !== undefined) return violation;
    seen.add(name);
  }
  return undefined;
}

function findDependent(visit: ObjectVisit, name: string): Violation | undefined {
  const { value, schema, path } = visit;
  const isMissing = dependentNames(schema, name).some((other) => !Object.hasOwn(value, other));
  if (isMissing)
    return `${path}.${schema.dependentRequired ? 'dependentRequired' : 'dependencies'}`;
  const asked = dependentSchema(schema, name);
  return asked === undefined
    ? undefined
    : findBeside(visit, asked, `${path}.dependentSchemas.${name}`);
}

function findUnevaluated({ value, schema, path, seen, find }: ObjectVisit): Violation | undefined {
  const { unevaluatedProperties: asked } = schema;
  if (asked === undefined) return undefined;
  for (const name of Object.keys(value).filter((one) => !seen.has(one))) {
    const violation = find(value[name] as Json, asked, `${path}.unevaluatedProperties`, new Set());
    if (violation !== undefined) return violation;
    seen.add(name);
  }
  return undefined;
}
