import type { ChatCompletionTool } from './chat-request.ts';
import type { InferOutput, JsonSchema, StandardSchema } from './standard-schema.ts';

/** What a tool is told besides its arguments. */
export interface ToolContext {
  /** Aborted when the run is stopped: pass it on to whatever the tool waits for. */
  signal: AbortSignal;
  /** The id of the call. */
  toolCallId: string;
}

/** What `tool()` makes a tool of. */
export interface ToolDefinition<Schema extends StandardSchema | JsonSchema, Result> {
  /** Letters, digits, underscores and dashes, up to 64 in all. */
  name: string;
  /** What the tool does, in words that help the model to decide whether to call it. */
  description?: string | undefined;
  /** The arguments: an object, as a schema of zod, valibot, arktype and others, or as JSON Schema. */
  parameters: Schema;
  /** The same as JSON Schema; needed when the schema's library cannot say it. */
  json_schema?: JsonSchema | undefined;
  /** Asks the host for arguments that follow the schema exactly; the client checks them in any case. */
  strict?: boolean | undefined;
  /**
   * Whether a call has to be approved before it runs, always or by its arguments.
   *
   * @defaultValue `false`
   */
  needsApproval?:
    | boolean
    | ((args: ToolArguments<Schema>) => boolean | Promise<boolean>)
    | undefined;
  /**
   * Runs the tool. A text goes to the model as it is, anything else as JSON; of an error, the model reads the
   * message.
   */
  run(args: ToolArguments<Schema>, context: ToolContext): Result | Promise<Result>;
}

/** What a tool's `run` is given: what its schema gives, or any object for plain JSON Schema. */
export type ToolArguments<Schema> = Schema extends StandardSchema
  ? InferOutput<Schema>
  : Record<string, unknown>;

/**
 * A tool that can be run. To the API it is a tool like any other, so that it can be given to `create()` and
 * `stream()` too.
 */
export interface Tool<Args = never, Result = unknown> extends ChatCompletionTool {
  /** What the API does not see; not enumerable. */
  readonly runnable: RunnableTool<Args, Result>;
}

/** The part of a {@link Tool} that stays here. */
export interface RunnableTool<Args = never, Result = unknown> {
  /** Validates arguments, and gives their type. */
  readonly schema: StandardSchema | JsonSchema;
  /** Whether a call has to be approved before it runs. */
  needsApproval(args: Args): boolean | Promise<boolean>;
  /** Runs the tool. */
  run(args: Args, context: ToolContext): Result | Promise<Result>;
}
