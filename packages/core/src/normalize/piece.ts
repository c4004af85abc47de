import type { Origin } from '../model/notes.ts';
import type { Warning } from '../model/warning.ts';

/** A call of a tool that was found in the text. */
export interface TextCall {
  readonly name: string;
  /** JSON text. */
  readonly arguments: string;
  readonly origin: Origin;
}

/** What the scanner finds: pieces, with calls that have no place in the message yet. */
export type Found =
  | Exclude<Piece, { kind: 'calls' }>
  | { readonly kind: 'call'; readonly call: TextCall };

/** What is found when a delta is read: the normal form in the order in which the model said it. */
export type Piece =
  | { readonly kind: 'text'; text: string }
  | { readonly kind: 'reasoning'; text: string; readonly origin: Origin }
  /** Text that was given out turns out to have been reasoning. */
  | { readonly kind: 'moved'; text: string }
  /** Fragments of calls in the normal form. */
  | {
      readonly kind: 'calls';
      readonly fragments: readonly Record<string, unknown>[];
      readonly origin: Origin;
    }
  | { readonly kind: 'warning'; readonly warning: Warning };
