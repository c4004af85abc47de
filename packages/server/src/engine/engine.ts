import type { WireChatRequest } from '@hermes4/core/internal';

/** What runs the model, or stands in for it. */
export type Engine = TokenEngine | ExchangeEngine;

/** What every engine says of itself. */
export interface EngineIdentity {
  /** Sent as `x-hermes4-engine`, so that no caller takes one engine for another. */
  readonly name: string;
  /** Sent as `system_fingerprint`; changes whenever the same request may get another answer. */
  readonly fingerprint: string;
  /** Whether token counts come from the model's own tokenizer (`exact`) or a rule of thumb. */
  readonly tokenCounts: 'exact' | 'estimated';
}

/** An engine that writes tokens. Everything else about a call is the server's own. */
export interface TokenEngine extends EngineIdentity {
  /**
   * The most tokens that prompt and answer may have together.
   *
   * @defaultValue 131,072
   */
  readonly contextTokens?: number | undefined;
  /** How many tokens a text takes; the tags of the chat template count as one each. */
  countTokens(text: string): number;
  /**
   * Writes the prompt of a conversation; `thinking` is whether the model is to think before it answers.
   *
   * @defaultValue the Llama-3 template of Hermes 4 405B
   */
  renderPrompt?(request: WireChatRequest, thinking: boolean): string;
  /**
   * Continues the prompt, a token at a time, until the model would end its turn; joined, the tokens are
   * what the model itself would write, `<think>` and `<tool_call>` tags included. Length and stop
   * sequences are not its concern: the server stops reading.
   */
  generate(request: EngineRequest): AsyncIterable<EngineToken> | Iterable<EngineToken>;
}

/** What an engine is asked to continue. */
export interface EngineRequest {
  /** The request as it was validated; an engine honors what concerns the choice of tokens. */
  readonly request: WireChatRequest;
  /** The whole prompt, in the chat template. */
  readonly prompt: string;
  /** Whether the model is to think before it answers. */
  readonly thinking: boolean;
  /** Aborted when the caller has gone; an engine then stops as soon as it can. */
  readonly signal: AbortSignal;
}

/** One token that an engine has chosen. */
export interface EngineToken {
  /** The token's text; a token may be a part of a word. */
  readonly text: string;
  /** The natural logarithm of its probability, before temperature, cuts and penalties. */
  readonly logprob?: number | undefined;
  /** The most probable tokens at its place, the likeliest first, when `top_logprobs` asks for them. */
  readonly top?: readonly TokenChance[] | undefined;
}

/** A token that could have been chosen. */
export interface TokenChance {
  /** The token's text. */
  readonly text: string;
  /** The natural logarithm of its probability, before temperature, cuts and penalties. */
  readonly logprob: number;
}

/** An engine that answers whole calls: a recording, or another host. */
export interface ExchangeEngine extends EngineIdentity {
  /**
   * Whether calls are made with a key of somebody's, so that whoever reaches the engine spends. Such an engine
   * is not served to everybody by accident.
   *
   * @defaultValue `false`
   */
  readonly holdsKey?: boolean | undefined;
  /**
   * Answers with what goes to the caller, status, content type and bytes; the server adds its own headers.
   *
   * @throws Refusal when there is no answer to pass on.
   */
  answer(exchange: EngineExchange): Promise<Response>;
}

/** A call for an engine that answers whole calls. */
export interface EngineExchange {
  /** The body as it was validated. */
  readonly request: WireChatRequest;
  /** The body as the caller wrote it. */
  readonly text: string;
  /** The caller's headers. */
  readonly headers: Headers;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}
