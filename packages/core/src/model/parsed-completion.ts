import type {
  ChatCompletion,
  ChatCompletionChoice,
  ChatCompletionMessage,
} from './chat-completion.ts';
import type { ChatCompletionCreateParams, ResponseFormat } from './chat-request.ts';
import type { InferInput, InferOutput, JsonSchema, StandardSchema } from './standard-schema.ts';

/** A schema with what the host may want to know of it. */
export interface SchemaFormat<Schema extends StandardSchema = StandardSchema> {
  /** Validates the answer, and gives its type. */
  schema: Schema;
  /** The same as JSON Schema; needed when the schema's library cannot say it. */
  json_schema?: JsonSchema | undefined;
  /** Letters, digits, underscores and dashes, up to 64 in all. @defaultValue `answer` */
  name?: string | undefined;
  /** What the answer is for, in words that help the model to fill it in. */
  description?: string | undefined;
  /** Asks the host to hold the model to the schema; strict schemas may use only part of JSON Schema. */
  strict?: boolean | undefined;
}

/** A JSON Schema as the API takes it. */
export interface JsonSchemaFormat {
  /** Marks JSON that follows a schema. */
  type: 'json_schema';
  /** The schema and its name. */
  json_schema: Extract<ResponseFormat, { type: 'json_schema' }>['json_schema'];
}

/** How the form of an answer can be asked for: any Standard Schema, one with details, or a JSON Schema. */
export type ParsableFormat = StandardSchema | SchemaFormat | JsonSchemaFormat;

/** What an answer of this format is, once validated. */
export type ParsedOutput<Format> = InferOutput<SchemaOf<Format>>;

/** What an answer of this format may look like while it grows. */
export type PartialOutput<Format> = DeepPartial<InferInput<SchemaOf<Format>>>;

/** The schema in a format. */
export type SchemaOf<Format> = Format extends StandardSchema
  ? Format
  : Format extends SchemaFormat<infer Schema>
    ? Schema
    : Format;

/**
 * A value of which anything may still be missing: properties, items, the end of a text (so that the words
 * of an enumeration are plain text).
 */
export type DeepPartial<Value> = Value extends string
  ? string
  : Value extends readonly (infer Item)[]
    ? DeepPartial<Item>[]
    : Value extends object
      ? { [Name in keyof Value]?: DeepPartial<Value[Name]> | undefined }
      : Value;

/** Parameters of a call whose answer is held against a schema. */
export interface ChatCompletionParseParams<Format extends ParsableFormat = ParsableFormat>
  extends Omit<ChatCompletionCreateParams, 'response_format' | 'stream'> {
  /**
   * The form of the answer: a schema of zod, valibot, arktype or any other library of the Standard Schema,
   * `{ schema, name, … }`, or the API's own `{ type: 'json_schema', json_schema }`.
   */
  response_format: Format;
}

/** A completion whose answer is a value. */
export interface ParsedChatCompletion<Value> extends Omit<ChatCompletion, 'choices'> {
  /** At least one choice; this API returns one. */
  choices: [ParsedChoice<Value>, ...ParsedChoice<Value>[]];
}

/** A choice of a {@link ParsedChatCompletion}. */
export interface ParsedChoice<Value> extends Omit<ChatCompletionChoice, 'message'> {
  /** What the assistant said. */
  message: ChatCompletionMessage & {
    /** The validated answer. */
    parsed: Value;
  };
}
