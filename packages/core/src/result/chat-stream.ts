import { HermesError } from '../errors/hermes-error.ts';
import type { ChatCompletion } from '../model/chat-completion.ts';
import type { Feed } from './feed.ts';
import { iterate } from './iterate.ts';
import { type AddParts, type ChatStreamPart, partsOf } from './parts.ts';
import { stopped } from './stopped.ts';

/**
 * A streamed answer as its parts: text, reasoning, tool calls, and why it ended.
 *
 * The request is sent when the stream is first read. Parts can be read once; leaving the loop stops
 * the call.
 *
 * @example
 * ```ts
 * import { createHermes } from '@hermes4/core';
 *
 * const hermes = createHermes({ apiKey: 'your key' });
 * const stream = hermes.chat.completions.stream({ messages: [{ role: 'user', content: 'Hello' }] });
 * for await (const part of stream) {
 *   if (part.type === 'text-delta') console.log(part.text);
 * }
 * const { usage } = await stream.finalCompletion();
 * console.log(usage);
 * ```
 */
export interface ChatStream extends AsyncIterable<ChatStreamPart> {
  /**
   * Resolves with the whole answer once it has arrived, reading the stream to its end if nobody else
   * does; parts that nobody has read yet stay readable.
   *
   * @throws HermesError with what had arrived in `partial`; the signal's reason after an abort.
   */
  finalCompletion(): Promise<ChatCompletion>;
  /** Resolves with the whole text of the answer; empty when it holds none. */
  finalContent(): Promise<string>;
  /** The answer as far as it has arrived, or `undefined` before its first chunk. */
  snapshot(): ChatCompletion | undefined;
  /**
   * Stops the call and frees its connection; reading then rejects with the reason.
   *
   * @param reason An `AbortError` when left out.
   */
  abort(reason?: unknown): void;
}

/**
 * Puts the caller's view of parts on a feed.
 *
 * @param addParts Gives what reads deltas; `undefined` as long as they can bring nothing but text.
 */
export function createChatStream(feed: Feed, addParts: () => AddParts | undefined): ChatStream {
  const iterator = iterate(feed, (chunks) => partsOf(chunks, addParts()));

  async function finalCompletion(): Promise<ChatCompletion> {
    while (await feed.advance());
    const completion = feed.result();
    if (completion) return completion;
    throw new HermesError('The stream ended without any of the answer.', {
      code: 'unexpected_response',
    });
  }

  return {
    [Symbol.asyncIterator]: () => iterator,
    finalCompletion,
    finalContent: async () => (await finalCompletion()).choices[0]?.message.content ?? '',
    snapshot: () => feed.completion(),
    abort: (reason = stopped()) => feed.abort(reason),
  };
}
