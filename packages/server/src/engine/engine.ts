import type { WireChatRequest } from '@hermes4/core/internal';

/** What an engine is asked to continue. */
export interface EngineRequest {
  /** The request as it was validated; an engine honors what concerns the choice of tokens. */
  readonly request: WireChatRequest;
  /** Aborted when the caller has gone; an engine then stops as soon as it can. */
  readonly signal: AbortSignal;
}

/** One token that an engine has chosen. */
export interface EngineToken {
  /** The token's text; a token may be a part of a word. */
  readonly text: string;
}

/** What runs the model, or stands in for it. Everything else about a call is the server's own. */
export interface Engine {
  /** Sent as `x-hermes4-engine`, so that no caller takes one engine for another. */
  readonly name: string;
  /** Sent as `system_fingerprint`; changes whenever the same request may get another answer. */
  readonly fingerprint: string;
  /** Whether `countTokens` is the model's own tokenizer (`exact`) or a rule of thumb. */
  readonly tokenCounts: 'exact' | 'estimated';
  /** How many tokens the conversation takes as a prompt. */
  countPromptTokens(request: WireChatRequest): number;
  /**
   * Continues the conversation, a token at a time, until the model would end its turn. Length and stop
   * sequences are not its concern: the server stops reading.
   */
  generate(request: EngineRequest): AsyncIterable<EngineToken> | Iterable<EngineToken>;
}
