import type {
  ChatCompletionCreateParams,
  ChatCompletionMessageInput,
} from '../model/chat-request.ts';
import type { RequestOptions } from '../model/client-options.ts';
import type { Tool } from '../model/tool.ts';
import type { ChatStream } from '../result/chat-stream.ts';
import type { CallRules } from '../tools/prepare-call.ts';
import type { ToolCallEvent } from '../tools/tool-run-event.ts';
import type { ResolvedOptions } from './resolve-options.ts';

/** What `runTools()` takes: the API's own parameters, with tools that can be run. */
export interface RunToolsParams extends Omit<ChatCompletionCreateParams, 'tools' | 'stream'> {
  /** The tools, each made with `tool()`. A `tool_choice` that forces a call holds for the first turn. */
  tools: readonly Tool[];
  /** How many turns the model may take. @defaultValue 10 */
  maxTurns?: number | undefined;
  /**
   * How many turns in a row may hold nothing but calls that are not valid; each is told to the model.
   *
   * @defaultValue 2
   */
  maxReasks?: number | undefined;
}

/** What can be set for one run. */
export interface RunToolsOptions extends RequestOptions, CallRules {
  /** Is told of each call before it runs. */
  onToolCall?: ((call: ToolCallEvent) => void) | undefined;
}

/** A run as its code sees it, once that is loaded. */
export interface RunSetup {
  readonly params: RunToolsParams;
  readonly options: RunToolsOptions;
  /** The whole conversation so far; grows. */
  readonly messages: ChatCompletionMessageInput[];
  /** Of the run itself; the caller's own stands in `options`. */
  readonly own: AbortSignal;
  readonly abort: (reason?: unknown) => void;
  readonly warn: ResolvedOptions['warn'];
  readonly stream: (params: ChatCompletionCreateParams, options: RequestOptions) => ChatStream;
}
