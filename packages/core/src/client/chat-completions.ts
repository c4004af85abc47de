import { createAccumulator } from '../accumulate/accumulator.ts';
import type { ChatCompletion } from '../model/chat-completion.ts';
import type {
  ChatCompletionCreateParams,
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionCreateParamsStreaming,
} from '../model/chat-request.ts';
import type { ChunkSource } from '../model/chunk-source.ts';
import type { RequestOptions } from '../model/client-options.ts';
import type {
  ChatCompletionParseParams,
  ParsableFormat,
  ParsedChatCompletion,
  ParsedOutput,
} from '../model/parsed-completion.ts';
import { createChatStream } from '../result/chat-stream.ts';
import { type ChatCompletionStream, createChunkStream } from '../result/chunk-stream.ts';
import { createFeed, type Feed, type Fold } from '../result/feed.ts';
import { lazyDialects } from './lazy-dialects.ts';
import { loadFor } from './load-for.ts';
import { loadPart } from './load-part.ts';
import { loadWhole, openChunks } from './open-stream.ts';
import type { ParseOptions } from './parse.ts';
import type * as ReadWhole from './read-whole.ts';
import type { ResolvedOptions } from './resolve-options.ts';
import { type ChatCall, openChat } from './respond.ts';
import type { RunToolsOptions, RunToolsParams } from './run-setup.ts';
import { runTools, type ToolRunner } from './run-tools.ts';
import { type ParsedChatStream, streamParsed, type ToolCallStream } from './stream-parsed.ts';

/** `hermes.chat.completions`: the calls of `POST /v1/chat/completions`. */
export interface ChatCompletions {
  /**
   * Asks the model and resolves with the whole answer.
   *
   * @param params The API's own parameters; only `messages` is required.
   * @param options A signal to stop the call, headers for this call.
   * @throws HermesError with a documented `code`; the signal's reason after an abort.
   * @example
   * ```ts
   * import { createHermes } from '@hermes4/core';
   *
   * const hermes = createHermes({ apiKey: 'your key' });
   * const completion = await hermes.chat.completions.create({
   *   messages: [{ role: 'user', content: 'Hello' }],
   * });
   * console.log(completion.choices[0]?.message.content);
   * ```
   */
  create(
    params: ChatCompletionCreateParamsNonStreaming,
    options?: RequestOptions,
  ): Promise<ChatCompletion>;
  /**
   * Asks the model and resolves, as soon as it begins to answer, with the chunks of its answer.
   *
   * @throws HermesError when the host refuses; later failures reject the reading.
   */
  create(
    params: ChatCompletionCreateParamsStreaming,
    options?: RequestOptions,
  ): Promise<ChatCompletionStream>;
  /** Asks the model; `stream` decides at run time which of the two forms the answer takes. */
  create(
    params: ChatCompletionCreateParams,
    options?: RequestOptions,
  ): Promise<ChatCompletion | ChatCompletionStream>;
  /**
   * Asks the model for a streamed answer, as parts and as a whole. Nothing is sent, and nothing can
   * fail, before the stream is first read.
   *
   * @param params The API's own parameters; only `messages` is required.
   * @param options A signal to stop the call, headers for this call.
   */
  stream<Format extends ParsableFormat>(
    params: ChatCompletionParseParams<Format>,
    options?: RequestOptions,
  ): ParsedChatStream<Format>;
  /** Asks the model for a streamed answer that is text. */
  stream(params: ChatCompletionCreateParams, options?: RequestOptions): ToolCallStream;
  /**
   * Asks the model for an answer that fits a schema, and resolves with the validated value in
   * `choices[0].message.parsed`. Hosts that do not enforce schemas are asked in the prompt. An answer that
   * does not fit is sent back with what is wrong with it, once.
   *
   * @param params The API's own parameters, with a schema as `response_format`.
   * @param options As for `create()`, and how often to ask again.
   * @throws HermesError `invalid_output` when no answer fits, with the path of the first fault, and the last
   *   completion in `partial`; a token limit that cuts the answer off is not asked again.
   * @example
   * ```ts
   * import { createHermes } from '@hermes4/core';
   * import { z } from 'zod';
   *
   * const hermes = createHermes({ apiKey: 'your key' });
   * const { choices } = await hermes.chat.completions.parse({
   *   messages: [{ role: 'user', content: 'Name a city in Portugal.' }],
   *   response_format: z.object({ city: z.string() }),
   * });
   * console.log(choices[0].message.parsed.city);
   * ```
   */
  parse<Format extends ParsableFormat>(
    params: ChatCompletionParseParams<Format>,
    options?: ParseOptions,
  ): Promise<ParsedChatCompletion<ParsedOutput<Format>>>;
  /**
   * Asks the model, runs the tools that it calls, tells it their results, and asks again, until it calls none.
   * Calls of one turn run side by side; what a tool throws is told to the model.
   *
   * @param params The API's own parameters, with tools made by `tool()`.
   * @param options As for `create()`, and who approves calls.
   */
  runTools(params: RunToolsParams, options?: RunToolsOptions): ToolRunner;
}

/** Composes the rooms into the calls. */
export function createChatCompletions(client: ResolvedOptions): ChatCompletions {
  const dialects = lazyDialects(client.host);
  let wholes: typeof ReadWhole | undefined;

  return {
    create: ((params: ChatCompletionCreateParams, options: RequestOptions = {}) =>
      params.stream
        ? chunks(params, options)
        : whole(params, options)) as ChatCompletions['create'],
    stream: stream as ChatCompletions['stream'],
    parse: (async (params: ChatCompletionParseParams, options: ParseOptions = {}) => {
      const parts = Promise.all([loadPart(import('./parse.ts'), 'schemas'), client.host()]);
      const [{ parse }, host] = await loadFor(parts, options, client);
      return parse(params, options, { host, warn: client.warn, create: whole });
    }) as ChatCompletions['parse'],
    runTools: (params, options = {}) => runTools(params, options, client, stream),
  };

  function stream(
    params: ChatCompletionCreateParams | ChatCompletionParseParams,
    options: RequestOptions = {},
  ): ToolCallStream {
    const answer = createAccumulator(dialects.beyondText);
    // Nobody downloads, or waits for, what reads JSON for an answer that holds none.
    if (!params.tools?.length && !params.response_format) {
      const feed = feedOf(params as ChatCompletionCreateParams, options, answer);
      return { ...createChatStream(feed, dialects.addParts), toolArguments: () => undefined };
    }
    return streamParsed(params, client, answer, (fold, request) => {
      const feed = feedOf(params as ChatCompletionCreateParams, options, fold, request);
      return createChatStream(feed, dialects.addParts);
    });
  }

  async function whole(
    params: ChatCompletionCreateParams,
    options: RequestOptions,
  ): Promise<ChatCompletion> {
    // Before anything is sent: an answer that nobody can read would be paid for.
    wholes ??= await loadFor(loadWhole(), options, client);
    const exchange = openChat({ params: () => params, stream: false, options }, client);
    return wholes.askWhole(params, exchange, client.maxResponseBytes, dialects);
  }

  async function chunks(
    params: ChatCompletionCreateParams,
    options: RequestOptions,
  ): Promise<ChatCompletionStream> {
    const feed = feedOf(params, options, createAccumulator(dialects.beyondText));
    await feed.start();
    return createChunkStream(feed);
  }

  function feedOf(
    params: ChatCompletionCreateParams,
    options: RequestOptions,
    fold: Fold,
    request: ChatCall['params'] = () => params,
  ): Feed {
    const exchange = openChat({ params: request, stream: true, options }, client);
    const open = (): Promise<ChunkSource> =>
      openChunks(exchange, client.maxResponseBytes, dialects.normalizer(params, exchange));
    return createFeed({ exchange, fold, open, refuse: dialects.refuse });
  }
}
