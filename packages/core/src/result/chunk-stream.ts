import type { ChatCompletionChunk } from '../model/chat-completion.ts';
import type { Feed } from './feed.ts';
import { iterate } from './iterate.ts';
import { stopped } from './stopped.ts';

/**
 * A streamed answer, chunk by chunk, as the API sends it. It can be read once; leaving the loop stops
 * the call.
 */
export interface ChatCompletionStream extends AsyncIterable<ChatCompletionChunk> {
  /**
   * Stops the call and frees its connection; reading then rejects with the reason. Call it when you
   * decide not to read a stream at all.
   *
   * @param reason An `AbortError` when left out.
   */
  abort(reason?: unknown): void;
}

/** Puts the caller's view of chunks on a feed. */
export function createChunkStream(feed: Feed): ChatCompletionStream {
  const iterator = iterate(feed, (chunks) => chunks);
  return {
    [Symbol.asyncIterator]: () => iterator,
    abort: (reason = stopped()) => feed.abort(reason),
  };
}
