import type { ChatCompletion, ChatCompletionChunk, CompletionUsage } from '@hermes4/core';
import type { Cost } from '../prices.ts';
import type { Refusal } from '../refusal.ts';

/** The hosts, and habits of hosts, that the server can speak like. */
export type DialectName = 'aimlapi' | 'openrouter' | 'vllm' | 'nebius' | 'inline' | 'odd';

/**
 * How a host says an answer: the same answer, in other fields, in another order, with other things around it.
 * Data and pure functions; nothing of it changes what the model says.
 */
export interface Dialect {
  readonly name: DialectName;
  /** Headers of a whole answer, besides the server's own. */
  headers(bill: Bill): Readonly<Record<string, string>>;
  /** A whole answer in the host's form. */
  whole(completion: ChatCompletion, bill: Bill): object;
  /** Begins a stream. */
  stream(envelope: Envelope): Speech;
  /** The body of a refusal before the first header; `hosted` is what the hosted API would send. */
  refusal(refusal: Refusal, hosted: object): object;
}

/** A stream in a host's form. */
export interface Speech {
  /** What a chunk becomes, in the order in which it is sent. */
  chunk(chunk: ChatCompletionChunk): readonly StreamEvent[];
  /** What follows the last chunk. */
  end(bill: Bill): readonly StreamEvent[];
  /** How the host says that it broke off; nothing follows. */
  error(refusal: Refusal): readonly StreamEvent[];
}

/** The data of an event, or a comment as text. */
export type StreamEvent = object | string;

/** What every chunk of an answer says. */
export interface Envelope {
  readonly id: string;
  readonly created: number;
  readonly model: string;
  readonly system_fingerprint: string;
}

/** What an answer took. */
export interface Bill {
  readonly usage: CompletionUsage;
  /** Nothing for a model that has no price. */
  readonly cost?: Cost | undefined;
  /** Whether the caller wants the usage at the end of a stream. */
  readonly isAsked: boolean;
}
