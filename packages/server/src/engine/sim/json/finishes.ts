import { own, type Schema, type SchemaObject } from './schema.ts';
import type { SchemaDocument } from './schema-document.ts';

/** How many references away the end of a schema is that leads back to itself. */
export type CountReferences = (schema: Schema) => number;

const MOST = 12;

/**
 * Makes the measure by which a value of a recursive schema comes to its end: the fewest references in a row
 * that a smallest value needs; infinite when there is none within reach.
 */
export function createReferenceCount(document: SchemaDocument): CountReferences {
  const known = new Map<SchemaObject, Set<number>>();

  return (schema) => {
    for (let fuel = 0; fuel <= MOST; fuel++) if (finishes(schema, fuel)) return fuel;
    return Infinity;
  };

  function finishes(schema: Schema, fuel: number): boolean {
    if (typeof schema === 'boolean') return schema;
    document.effort.spend();
    let failed = known.get(schema);
    if (!failed) known.set(schema, (failed = new Set()));
    if (failed.has(fuel)) return false;
    const done = allFinish(schema, fuel);
    if (!done) failed.add(fuel);
    return done;
  }

  function allFinish(schema: SchemaObject, fuel: number): boolean {
    const {
      $ref,
      allOf = [],
      anyOf,
      oneOf,
      required = [],
      prefixItems = [],
      minItems = 0,
    } = schema;
    const needed = [
      ...allOf,
      ...required.map((name) => own(schema.properties, name) ?? true),
      ...prefixItems.slice(0, minItems),
      ...(minItems > prefixItems.length ? [schema.items ?? true].flat() : []),
    ] as Schema[];
    return (
      ($ref === undefined || (fuel > 0 && finishes(document.resolve($ref) ?? false, fuel - 1))) &&
      needed.every((part) => finishes(part, fuel)) &&
      [anyOf, oneOf].every((ways) => !ways || ways.some((way) => finishes(way, fuel)))
    );
  }
}
