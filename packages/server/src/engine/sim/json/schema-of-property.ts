import { own, type Schema, type SchemaObject } from './schema.ts';
import type { SchemaDocument } from './schema-document.ts';

/** The schemas that a property's value must keep to, each with where it stands. */
export function propertySchemas(
  schema: SchemaObject,
  name: string,
  document: SchemaDocument,
): (readonly [Schema, string])[] {
  const { properties, patternProperties = {}, additionalProperties } = schema;
  const named = own(properties, name);
  const found: (readonly [Schema, string])[] =
    named === undefined ? [] : [[named, `properties.${name}`]];
  for (const [source, asked] of Object.entries(patternProperties)) {
    if (document.matches(source, name)) found.push([asked, `patternProperties.${source}`]);
  }
  if (found.length > 0 || additionalProperties === undefined) return found;
  return [[additionalProperties, 'additionalProperties']];
}

/** What a property's presence asks of the object, in either draft's words. */
export function dependentSchema(schema: SchemaObject, name: string): Schema | undefined {
  const asked = own(schema.dependentSchemas, name);
  if (asked !== undefined) return asked;
  const dependency = own(schema.dependencies, name);
  return Array.isArray(dependency) ? undefined : (dependency as Schema | undefined);
}

/** The properties that a property's presence asks for, in either draft's words. */
export function dependentNames(schema: SchemaObject, name: string): readonly string[] {
  const names = own(schema.dependentRequired, name);
  if (names) return names;
  const dependency = own(schema.dependencies, name);
  return Array.isArray(dependency) ? (dependency as readonly string[]) : [];
}
