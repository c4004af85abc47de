import { HermesError } from '../errors/hermes-error.ts';
import type { JsonSchemaFormat, ParsableFormat } from '../model/parsed-completion.ts';
import type { JsonSchema } from '../model/standard-schema.ts';
import { given } from '../primitives/given.ts';
import { isRecord } from '../primitives/is-record.ts';
import type { JsonRoot } from './find-json.ts';
import { isStandardSchema, jsonSchemaOf } from './json-schema-of.ts';
import {
  jsonSchemaValidator,
  type SchemaTools,
  standardValidator,
  type Validate,
} from './validator.ts';

/** A form of answer, as it is asked for and as it is checked. */
export interface OutputFormat {
  /** What the API takes. */
  readonly wire: JsonSchemaFormat;
  /** The JSON Schema. */
  readonly schema: JsonSchema;
  /** What the JSON begins with. */
  readonly root: JsonRoot;
  /** Holds an answer against it. */
  readonly validate: Validate;
}

/** Whether a response format asks for a value; of the API's own, only one with a schema does. */
export function isParsable(format: unknown): format is ParsableFormat {
  if (isStandardSchema(format)) return true;
  if (!isRecord(format)) return false;
  const { schema, json_schema } = format;
  return isStandardSchema(schema) || (isRecord(json_schema) && isRecord(json_schema['schema']));
}

/**
 * Reads any of the ways in which a caller can give a form.
 *
 * @throws HermesError `invalid_options` when it is none of them, or cannot be said as JSON Schema.
 */
export function outputFormat(format: ParsableFormat, tools: SchemaTools): OutputFormat {
  const path = 'response_format';
  if (isStandardSchema(format)) return outputFormat({ schema: format }, tools);
  if ('schema' in format && isStandardSchema(format.schema)) {
    const { schema, json_schema, name = 'answer', description, strict } = format;
    const details = { name, ...given({ description, strict }) };
    const converted = json_schema ?? jsonSchemaOf(schema, path);
    return asFormat(details, converted, standardValidator(schema));
  }
  // Callers without types can put anything here.
  const asked = (format as Partial<JsonSchemaFormat>).json_schema;
  if (isRecord(asked?.schema)) {
    const { schema, ...details } = asked;
    const validate = jsonSchemaValidator(schema, `${path}.json_schema.schema`, tools);
    return asFormat(details, schema, validate);
  }
  throw new HermesError(
    `${path} has to be a Standard Schema (zod, valibot, arktype), { schema, json_schema }, or { type: 'json_schema', json_schema: { name, schema } }.`,
    { code: 'invalid_options', path },
  );
}

type Details = Omit<JsonSchemaFormat['json_schema'], 'schema'>;

function asFormat(details: Details, schema: JsonSchema, validate: Validate): OutputFormat {
  const { type } = schema;
  return {
    wire: { type: 'json_schema', json_schema: { ...details, schema } },
    schema,
    root: type === 'object' || type === 'array' ? type : 'any',
    validate,
  };
}
