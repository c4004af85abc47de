/**
 * What an answer of Hermes consists of, in the words that the versions of the specification share. The
 * types are our own, because those of one version's package do not fit into those of another's.
 *
 * @module
 */

/** A value of JSON. */
export type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

/** What is told by provider. */
export type Metadata = Record<string, Record<string, Json>>;

interface Told {
  providerMetadata?: Metadata;
}

/** A call of a tool; `input` is JSON, or else the SDK does not run it. */
export interface ToolCall extends Told {
  type: 'tool-call';
  toolCallId: string;
  toolName: string;
  input: string;
}

/** A piece of a whole answer. */
export type Content = ({ type: 'text' | 'reasoning'; text: string } & Told) | ToolCall;

/** Something that the developer should know. */
export type CallWarning =
  | { type: 'unsupported' | 'compatibility'; feature: string; details?: string }
  | { type: 'other'; message: string };

/** Token counts; what the host did not count is `undefined`. */
export interface Usage {
  inputTokens: Record<'total' | 'noCache' | 'cacheRead' | 'cacheWrite', number | undefined>;
  outputTokens: Record<'total' | 'text' | 'reasoning', number | undefined>;
  /** As the host sent them. */
  raw?: Record<string, Json>;
}

/** Why an answer ended, in the SDK's words and in the API's. */
export interface FinishReason {
  unified: 'stop' | 'length' | 'content-filter' | 'tool-calls' | 'error' | 'other';
  raw: string | undefined;
}

/** An answer's id, time and model, as far as the host told them. */
export interface ResponseMetadata {
  id?: string;
  timestamp?: Date;
  modelId?: string;
}

/** What stands at the end of each streamed answer. */
export interface FinishPart {
  type: 'finish';
  usage: Usage;
  finishReason: FinishReason;
  providerMetadata: Metadata;
}

/** A part that is the same in every version. */
export type SharedPart =
  | ({ type: 'response-metadata' } & ResponseMetadata)
  | ({ type: 'text-start' | 'text-end' | 'reasoning-start' | 'reasoning-end'; id: string } & Told)
  | { type: 'text-delta' | 'reasoning-delta' | 'tool-input-delta'; id: string; delta: string }
  | { type: 'tool-input-start'; id: string; toolName: string }
  | { type: 'tool-input-end'; id: string }
  | ToolCall
  | { type: 'raw'; rawValue: unknown }
  | { type: 'error'; error: unknown };

/** A part of a streamed answer. */
export type Part = { type: 'stream-start'; warnings: CallWarning[] } | SharedPart | FinishPart;

/** What is known of the exchange. */
interface Exchanged {
  request: { body?: unknown };
}

/** A whole answer. */
export interface Generated extends Exchanged {
  content: Content[];
  finishReason: FinishReason;
  usage: Usage;
  providerMetadata: Metadata;
  response: ResponseMetadata & { headers?: Record<string, string>; body?: unknown };
  warnings: CallWarning[];
}

/** A streamed answer. */
export interface Streamed extends Exchanged {
  stream: ReadableStream<Part>;
  response?: { headers: Record<string, string> };
}
