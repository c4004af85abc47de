import { HermesError } from '../errors/hermes-error.ts';
import type { JsonSchema, StandardSchema } from '../model/standard-schema.ts';

interface Convertible {
  readonly '~standard': {
    readonly vendor: string;
    readonly jsonSchema?: { input(options: { target: string }): JsonSchema };
  };
  toJSONSchema?(): JsonSchema;
  toJsonSchema?(): JsonSchema;
}

/** Tells a schema that validates from one that is plain data. */
export function isStandardSchema(value: unknown): value is StandardSchema {
  // Schemas of arktype are functions.
  return (
    (typeof value === 'object' || typeof value === 'function') && !!value && '~standard' in value
  );
}

/**
 * Says a schema as JSON Schema: by the standard's own extension where the library has it, else by the
 * library's own method.
 *
 * @param path Where the schema was given, for the error.
 * @throws HermesError `invalid_options` when the library offers no way, or the schema says more than JSON
 *   Schema can.
 */
export function jsonSchemaOf(schema: StandardSchema, path: string): JsonSchema {
  const source: Convertible = schema;
  const standard = source['~standard'];
  try {
    const converted =
      standard.jsonSchema?.input({ target: 'draft-2020-12' }) ??
      source.toJSONSchema?.() ??
      source.toJsonSchema?.();
    if (converted) return withoutDialect(converted);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw unconvertible(path, why, cause);
  }
  throw unconvertible(path, `${standard.vendor} does not say it by itself`);
}

/** The model has no use for `$schema`, and some hosts refuse it. */
function withoutDialect({ $schema: _, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function unconvertible(path: string, why: string, cause?: unknown): HermesError {
  return new HermesError(
    `${path} cannot be said as JSON Schema: ${why}. Give the JSON Schema beside it as json_schema, or wrap it (valibot: toStandardJsonSchema).`,
    { code: 'invalid_options', path, cause },
  );
}
