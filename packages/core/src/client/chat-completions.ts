import { createAccumulator } from '../accumulate/accumulator.ts';
import { readJsonAnswer } from '../decode/json-answer.ts';
import type { ChatCompletion } from '../model/chat-completion.ts';
import type {
  ChatCompletionCreateParams,
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionCreateParamsStreaming,
} from '../model/chat-request.ts';
import type { RequestOptions } from '../model/client-options.ts';
import { completionAsChunk } from '../normalize/normalize-completion.ts';
import { type ChatStream, createChatStream } from '../result/chat-stream.ts';
import { type ChatCompletionStream, createChunkStream } from '../result/chunk-stream.ts';
import { createFeed, type Feed } from '../result/feed.ts';
import { openChunks } from './open-stream.ts';
import type { ResolvedOptions } from './resolve-options.ts';
import { respond } from './respond.ts';

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
  stream(params: ChatCompletionCreateParams, options?: RequestOptions): ChatStream;
}

/** Composes the rooms into the calls. */
export function createChatCompletions(client: ResolvedOptions): ChatCompletions {
  return {
    create: ((params: ChatCompletionCreateParams, options: RequestOptions = {}) =>
      params.stream
        ? chunks(params, options)
        : whole(params, options)) as ChatCompletions['create'],
    stream: (params, options = {}) => createChatStream(feedOf(params, options)),
  };

  async function whole(
    params: ChatCompletionCreateParams,
    options: RequestOptions,
  ): Promise<ChatCompletion> {
    const response = await respond({ ...options, params, stream: false }, client);
    const answer = createAccumulator();
    answer.add(completionAsChunk(await readJsonAnswer(response, client.maxResponseBytes)));
    return answer.completion();
  }

  async function chunks(
    params: ChatCompletionCreateParams,
    options: RequestOptions,
  ): Promise<ChatCompletionStream> {
    const feed = feedOf(params, options);
    await feed.start();
    return createChunkStream(feed);
  }

  function feedOf(params: ChatCompletionCreateParams, options: RequestOptions): Feed {
    return createFeed({
      signal: options.signal,
      fold: createAccumulator(),
      open: async (signal) => {
        const response = await respond({ ...options, params, stream: true, signal }, client);
        return openChunks(response, client.maxResponseBytes);
      },
    });
  }
}
