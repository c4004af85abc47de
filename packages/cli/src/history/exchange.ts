import type { ChatCompletionMessageInput, CompletionUsage } from '@hermes4/node';

/** One question with its answer, handed over to be kept. */
export interface NewExchange {
  /** The id of the exchange that this one goes on from; without it, a conversation begins. */
  readonly parent?: number | undefined;
  /** When it was asked, in milliseconds since 1970. */
  readonly at: number;
  /** Who answered: `https://api.aimlapi.com`. */
  readonly origin: string;
  readonly model: string;
  /** What the model was told beforehand. */
  readonly system?: string | undefined;
  /** What was said since the parent's answer: the question, with what was attached. */
  readonly messages: readonly ChatCompletionMessageInput[];
  /** The answer, thoughts and tool calls included. */
  readonly answer: ChatCompletionMessageInput;
  /** As the host said; `interrupted` when the person stopped the answer, `capped` when a limit did. */
  readonly finishReason: string | null;
  /** What the call was set to, by the names on the wire. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
  readonly usage?: CompletionUsage | undefined;
  /** What it cost, in US dollars, where the host said so. */
  readonly usd?: number | undefined;
}

/** An exchange as it is kept. */
export interface Exchange extends NewExchange {
  readonly id: number;
  /** The id of the exchange that the conversation began with. */
  readonly conversation: number;
}

/** A conversation, as lists show it. */
export interface Conversation {
  readonly id: number;
  /** The first question. */
  readonly title: string;
  readonly model: string;
  readonly exchanges: number;
  /** When it began and when it was last gone on with, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly lastAt: number;
  /** What all of it cost, in US dollars, as far as the hosts said so. */
  readonly usd: number | null;
}

/** Where something was found. */
export interface Finding {
  readonly id: number;
  readonly conversation: number;
  readonly at: number;
  readonly model: string;
  /** The words around the match, which stands between `MATCH_START` and `MATCH_END`. */
  readonly excerpt: string;
}

/** Marks that no text has of itself: they stand around what was searched for. */
export const MATCH_START = '\u{2}';
export const MATCH_END = '\u{3}';
