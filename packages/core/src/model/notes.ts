import type { Warning } from './warning.ts';

/**
 * Where a part of an answer was found: in the field made for it (`native`), between tags in the text
 * (`inline`), or by reading what was not quite said (`recovered`).
 */
export type Origin = 'native' | 'inline' | 'recovered';

/** What is known of a chunk or of a delta beyond what it says; kept off its enumerable fields. */
export interface Notes {
  /** Of a chunk: what was noticed while reading it. */
  warnings?: readonly Warning[] | undefined;
  /** Of a delta: where its reasoning was found; `native` when left out. */
  reasoning?: Origin | undefined;
  /** Of a delta: where its tool calls were found; `native` when left out. */
  calls?: Origin | undefined;
  /** Of a delta: its reasoning had been given out as text, and all text before it is withdrawn. */
  moved?: true | undefined;
}

/** What a chunk that was brought into the normal form carries besides; not enumerable. */
export interface WireValue {
  /** The value as the host sent it; absent when nothing was changed. */
  readonly _wire?: unknown;
}

/** What a completion carries besides; not enumerable, so that it is not sent or stored by accident. */
export interface CompletionNotes extends WireValue {
  /** What was noticed while reading the answer; absent when nothing was. */
  readonly _warnings?: readonly Warning[] | undefined;
}

/** What a tool call carries besides; not enumerable. */
export interface ToolCallNotes {
  /** Where the call was found. */
  readonly _origin?: Origin | undefined;
}
