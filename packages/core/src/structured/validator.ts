import { HermesError } from '../errors/hermes-error.ts';
import type { JsonSchema, StandardIssue, StandardSchema } from '../model/standard-schema.ts';
import type { Warning } from '../model/warning.ts';
import { unknownKeywords } from './unknown-keywords.ts';

/** One place where a value does not fit. */
export interface Misfit {
  /** Where, such as `items[0].price`; empty for the value itself. */
  readonly path: string;
  /** What is wrong there. */
  readonly message: string;
}

/** A value that fits, or the places where it does not. */
export type Validated =
  | { readonly value: unknown; readonly misfits?: undefined }
  | { readonly misfits: readonly Misfit[] };

/** Holds a value against a schema. */
export type Validate = (value: unknown) => Validated | Promise<Validated>;

/** What validating plain JSON Schema needs: the checker, and somebody to tell what it does not know. */
export interface SchemaTools {
  /** Finds the places where a value breaks a JSON Schema. */
  check(
    this: void,
    value: unknown,
    schema: JsonSchema,
    definitions: Readonly<Record<string, JsonSchema>>,
  ): readonly { path: string; expected: string; received: string }[];
  /** Takes what the caller should know and what does not stop the call. */
  readonly warn: (warning: Warning) => void;
}

/** Validates with the schema's own library. */
export function standardValidator(schema: StandardSchema): Validate {
  return async (given) => {
    const result = await schema['~standard'].validate(given);
    return result.issues
      ? { misfits: result.issues.map(({ message, path }) => ({ message, path: joined(path) })) }
      : { value: result.value };
  };
}

/** Validates against plain JSON Schema; keywords that the checker does not know are told, once. */
export function jsonSchemaValidator(
  schema: JsonSchema,
  at: string,
  { check, warn }: SchemaTools,
): Validate {
  const definitions = {
    ...asRecord(schema['definitions']),
    ...asRecord(schema['$defs']),
    '#': schema,
  };
  for (const path of unknownKeywords(schema, at)) {
    warn({
      code: 'unknown_schema_keyword',
      path,
      message: `${path} is sent to the host, but answers are not checked against it here.`,
    });
  }
  return (value) => {
    const misfits = safely(() => check(value, schema, definitions), at).map(
      ({ path, expected, received }) => ({
        path,
        message: `expected ${expected}, received ${received}`,
      }),
    );
    return misfits.length > 0 ? { misfits } : { value };
  };
}

/** The misfits as one sentence each. */
export function describeMisfits(misfits: readonly Misfit[]): string {
  return misfits
    .map(({ path, message }) =>
      (path === '' ? message : `${path}: ${message}`).replace(/\.?$/, '.'),
    )
    .join(' ');
}

function safely<Value>(run: () => Value, path: string): Value {
  try {
    return run();
  } catch (cause) {
    throw new HermesError(`${path} cannot be used as a schema: ${String(cause)}.`, {
      code: 'invalid_options',
      path,
      cause,
    });
  }
}

function asRecord(value: unknown): Readonly<Record<string, JsonSchema>> {
  return typeof value === 'object' ? (value as Readonly<Record<string, JsonSchema>>) : {};
}

function joined(path: StandardIssue['path'] = []): string {
  let text = '';
  for (const segment of path) {
    const key = typeof segment === 'object' ? segment.key : segment;
    if (typeof key === 'string' && /^[A-Za-z_$][\w$]*$/.test(key)) text += text ? `.${key}` : key;
    else text += typeof key === 'string' ? `[${JSON.stringify(key)}]` : `[${String(key)}]`;
  }
  return text;
}
