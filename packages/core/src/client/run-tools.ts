import type { ChatCompletion } from '../model/chat-completion.ts';
import type {
  ChatCompletionCreateParams,
  ChatCompletionMessageInput,
} from '../model/chat-request.ts';
import type { RequestOptions } from '../model/client-options.ts';
import type { Tool } from '../model/tool.ts';
import type { ChatStream } from '../result/chat-stream.ts';
import { stopped } from '../result/chunk-stream.ts';
import type { ChatStreamPart } from '../result/parts.ts';
import type { CallRules } from '../tools/prepare-call.ts';
import type { ToolCallEvent, ToolRunEvent } from '../tools/tool-run-event.ts';
import { driveRun } from '../tools/tool-runner.ts';
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

/**
 * A conversation in which tools are run. Nothing is sent before it is first read, as events or by
 * `finalCompletion()`. Events can be read once; leaving the loop stops the run.
 */
export interface ToolRunner extends AsyncIterable<ToolRunEvent<ChatStreamPart>> {
  /**
   * Resolves with the answer that calls no tool.
   *
   * @throws HermesError `too_many_turns`, or `invalid_output` when the model's calls stay invalid; the
   *   signal's reason after an abort.
   */
  finalCompletion(): Promise<ChatCompletion>;
  /** The whole conversation so far: what was given, each turn, each result. */
  messages(): ChatCompletionMessageInput[];
  /**
   * Stops the call that is under way and tells the tools that run; reading then rejects with the reason.
   *
   * @param reason An `AbortError` when left out.
   */
  abort(reason?: unknown): void;
}

/** Puts a caller's run together; nothing begins before it is read. */
export function runTools(
  { tools, maxTurns = 10, maxReasks = 2, ...params }: RunToolsParams,
  { signal, onToolCall, approve, allowRecovered, ...options }: RunToolsOptions,
  client: Pick<ResolvedOptions, 'warn'>,
  stream: (params: ChatCompletionCreateParams, options: RequestOptions) => ChatStream,
): ToolRunner {
  const messages = [...params.messages];
  const own = new AbortController();
  const abort = (reason: unknown = stopped()): void => own.abort(reason);
  const rules = { onToolCall, approve, allowRecovered };

  async function* run(): AsyncGenerator<ToolRunEvent<ChatStreamPart>, ChatCompletion, undefined> {
    const follow = (): void => own.abort(signal?.reason);
    if (signal?.aborted) follow();
    signal?.addEventListener('abort', follow, { once: true });
    try {
      const { argumentReader, runTurns } = await import('./run-tool-turns.ts');
      const read = argumentReader(tools, client.warn);
      return yield* runTurns({
        ...rules,
        messages,
        tools,
        maxTurns,
        maxReasks,
        signal: own.signal,
        read,
        ask,
      });
    } finally {
      signal?.removeEventListener('abort', follow);
    }
  }

  function ask(turn: number): { parts: ChatStream; finalCompletion(): Promise<ChatCompletion> } {
    const { tool_choice, ...rest } = params;
    const isForced = tool_choice !== undefined && tool_choice !== 'none' && tool_choice !== 'auto';
    const choice = tool_choice === undefined || (isForced && turn > 1) ? {} : { tool_choice };
    const request = { ...rest, ...choice, messages: [...messages], tools: [...tools] };
    const parts = stream(request, { ...options, signal: own.signal });
    return { parts, finalCompletion: () => parts.finalCompletion() };
  }

  const { iterator, finalCompletion } = driveRun(run(), abort);
  return {
    [Symbol.asyncIterator]: () => iterator,
    finalCompletion,
    messages: () => [...messages],
    abort,
  };
}
