/**
 * What zod, valibot, arktype and others have in common: a schema that validates (Standard Schema 1,
 * https://standardschema.dev), declared here so that none of them has to be installed.
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  /** Everything that the standard says about the schema. */
  readonly '~standard': StandardSchemaProps<Input, Output>;
}

/** What a {@link StandardSchema} offers. */
export interface StandardSchemaProps<Input = unknown, Output = Input> {
  /** The version of the standard. */
  readonly version: 1;
  /** The library that the schema comes from. */
  readonly vendor: string;
  /** Checks a value, and transforms it where the schema says so. */
  readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
  /** The types of the schema, never there at run time. */
  readonly types?: StandardTypes<Input, Output> | undefined;
}

/** What a {@link StandardSchema} takes and gives. */
export interface StandardTypes<Input, Output> {
  /** What it takes. */
  readonly input: Input;
  /** What it gives. */
  readonly output: Output;
}

/** What a {@link StandardSchema} says of a value. */
export type StandardResult<Output> = StandardSuccess<Output> | StandardFailure;

/** A value that fits. */
export interface StandardSuccess<Output> {
  /** What the schema makes of it. */
  readonly value: Output;
  /** Not there. */
  readonly issues?: undefined;
}

/** A value that does not fit. */
export interface StandardFailure {
  /** Everything that is wrong with it. */
  readonly issues: readonly StandardIssue[];
}

/** One thing that is wrong with a value. */
export interface StandardIssue {
  /** What is wrong, in the library's words. */
  readonly message: string;
  /** The names and positions that lead there. */
  readonly path?: readonly (PropertyKey | StandardPathSegment)[] | undefined;
}

/** One step of the way to an issue. */
export interface StandardPathSegment {
  /** A name or a position. */
  readonly key: PropertyKey;
}

/** A JSON Schema as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a schema takes: for a model, what it has to write. */
export type InferInput<Schema> =
  Schema extends StandardSchema<infer Input, unknown> ? Input : unknown;

/** What a schema gives once it has validated and transformed. */
export type InferOutput<Schema> =
  Schema extends StandardSchema<unknown, infer Output> ? Output : unknown;
