import type { ChatCompletion } from '../model/chat-completion.ts';
import type { ChatCompletionMessageInput } from '../model/chat-request.ts';
import type { ChatStreamPart } from '../result/parts.ts';
import { stopped } from '../result/stopped.ts';
import type { ToolRunEvent } from '../tools/tool-run-event.ts';
import type { Driver } from '../tools/tool-runner.ts';
import { loadFor } from './load-for.ts';
import { loadPart } from './load-part.ts';
import type { ResolvedOptions } from './resolve-options.ts';
import type { RunSetup, RunToolsOptions, RunToolsParams } from './run-setup.ts';

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

/** Hands out a caller's run; nothing begins, and no code for it is loaded, before it is read. */
export function runTools(
  params: RunToolsParams,
  options: RunToolsOptions,
  client: ResolvedOptions,
  stream: RunSetup['stream'],
): ToolRunner {
  type Event = ToolRunEvent<ChatStreamPart>;
  const messages = [...params.messages];
  const own = new AbortController();
  const abort = (reason: unknown = stopped()): void => own.abort(reason);
  let loading: Promise<Driver<Event>> | undefined;

  const iterator: AsyncIterableIterator<Event> = {
    next: async () => (await load()).iterator.next(),
    return: async () => (await load()).iterator.return?.() as Promise<IteratorResult<Event>>,
    [Symbol.asyncIterator]: () => iterator,
  };
  return {
    [Symbol.asyncIterator]: () => iterator,
    finalCompletion: async () => (await load()).finalCompletion(),
    messages: () => [...messages],
    abort,
  };

  function load(): Promise<Driver<Event>> {
    const setup = { params, options, messages, own: own.signal, abort, warn: client.warn, stream };
    loading ??= loadPart(import('./run-tool-turns.ts'), 'tools').then(({ driveTools }) =>
      driveTools(setup),
    );
    return loadFor(loadFor(loading, { signal: own.signal }, client), options, client);
  }
}
