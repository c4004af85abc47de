import type { CompletionUsage } from '@hermes4/core';

/** What was seen of an answer while it passed. */
export interface TappedEnd {
  /**
   * How it ended: `complete` when a stream said so (`[DONE]` or a finish reason) or a body came to its end;
   * `refused` when its status was an error; `failed` when it broke off or told of an error; `left` when the
   * caller went away before.
   */
  readonly end: 'complete' | 'refused' | 'failed' | 'left';
  readonly usage?: CompletionUsage | undefined;
  /** What the host says that it cost, in its own credits. */
  readonly credits?: number | undefined;
  /** What the host says that it cost, in US dollars. */
  readonly usd?: number | undefined;
  /** Of the first choice. */
  readonly finishReason?: string | undefined;
  /** When the first text, thought or call passed, in milliseconds since 1970. */
  readonly firstContentAt?: number | undefined;
}
