import { formats, integerFormats } from './formats.ts';
import { isList, isObject, isSame, type Json, type JsonObject } from './json.ts';
import { hasType, namedTypes, type SchemaObject } from './schema.ts';
import type { SchemaDocument } from './schema-document.ts';

interface Place {
  readonly value: Json;
  readonly schema: SchemaObject;
  readonly path: string;
}

/** What a value breaks by itself, without what is inside it: its type, its size, its form. */
export function violatedByItself(
  { value, schema, path }: Place,
  document: SchemaDocument,
): string | undefined {
  const keyword = violatedGeneral(value, schema) ?? violatedByKind(value, schema, document);
  return keyword === undefined ? undefined : `${path}.${keyword}`;
}

function violatedByKind(
  value: Json,
  schema: SchemaObject,
  document: SchemaDocument,
): string | undefined {
  if (typeof value === 'number') return violatedByNumber(value, schema);
  if (typeof value === 'string') return violatedByText(value, schema, document);
  if (isList(value)) return violatedByList(value, schema, document);
  return isObject(value) ? violatedByObject(value, schema) : undefined;
}

function violatedGeneral(value: Json, schema: SchemaObject): string | undefined {
  const { enum: listed } = schema;
  if (namedTypes(schema)?.some((type) => hasType(value, type)) === false) return 'type';
  if (listed && !listed.some((one) => isSame(one, value))) return 'enum';
  if (schema.const !== undefined && !isSame(schema.const, value)) return 'const';
  return undefined;
}

function violatedByNumber(value: number, schema: SchemaObject): string | undefined {
  const {
    minimum = -Infinity,
    maximum = Infinity,
    exclusiveMinimum = -Infinity,
    exclusiveMaximum = Infinity,
  } = schema;
  if (value < minimum) return 'minimum';
  if (value > maximum) return 'maximum';
  if (value <= exclusiveMinimum) return 'exclusiveMinimum';
  if (value >= exclusiveMaximum) return 'exclusiveMaximum';
  if (schema.multipleOf !== undefined && !Number.isInteger(value / schema.multipleOf))
    return 'multipleOf';
  const bounds = integerFormats.get(schema.format ?? '');
  if (!bounds) return undefined;
  return Number.isInteger(value) && value >= bounds[0] && value <= bounds[1] ? undefined : 'format';
}

function violatedByText(
  value: string,
  schema: SchemaObject,
  document: SchemaDocument,
): string | undefined {
  const { minLength = 0, maxLength = Infinity, pattern, format } = schema;
  const length = Array.from(value).length;
  if (length < minLength) return 'minLength';
  if (length > maxLength) return 'maxLength';
  if (pattern !== undefined && !document.matches(pattern, value)) return 'pattern';
  return formats.get(format ?? '')?.fits(value) === false ? 'format' : undefined;
}

function violatedByList(
  value: readonly Json[],
  schema: SchemaObject,
  document: SchemaDocument,
): string | undefined {
  if (value.length < (schema.minItems ?? 0)) return 'minItems';
  if (value.length > (schema.maxItems ?? Infinity)) return 'maxItems';
  if (schema.uniqueItems !== true) return undefined;
  document.effort.spend((value.length * value.length) / 20);
  const repeats = value.some((item, index) =>
    value.slice(0, index).some((other) => isSame(item, other)),
  );
  return repeats ? 'uniqueItems' : undefined;
}

function violatedByObject(value: JsonObject, schema: SchemaObject): string | undefined {
  const size = Object.keys(value).length;
  if (size < (schema.minProperties ?? 0)) return 'minProperties';
  if (size > (schema.maxProperties ?? Infinity)) return 'maxProperties';
  return schema.required?.every((name) => Object.hasOwn(value, name)) === false
    ? 'required'
    : undefined;
}
