import type { Batch } from './batch.ts';
import type { ChatCompletionChunk } from './chat-completion.ts';

/** Where the chunks of one answer come from: everything left of the result, walked per network chunk. */
export interface ChunkSource {
  /** What the next network chunk brings; `undefined` when the connection has ended. */
  pull(): Promise<Batch<ChatCompletionChunk> | undefined>;
  /** Lets go of the connection. */
  close(): void;
}
