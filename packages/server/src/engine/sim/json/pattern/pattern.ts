/**
 * A regular expression as a tree, in the part of ECMAScript that the simulator both writes and reads:
 * no looking around, no back references, no flags.
 */
export type Pattern =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly ways: readonly Pattern[] }
  | RepeatPattern
  | { readonly kind: 'start' | 'end' | 'edge' | 'no-edge' };

/** A part that comes several times. */
export interface RepeatPattern {
  readonly kind: 'repeat';
  readonly part: Pattern;
  readonly least: number;
  readonly most: number;
}

/** Code points: those in the ranges or, negated, all others. */
export interface CharSet {
  readonly ranges: readonly Range[];
  readonly negated: boolean;
}

/** The first code point of several in a row, and the last. */
export type Range = readonly [first: number, last: number];

/** Thrown for what is no pattern, or more of one than is supported. */
export class PatternError extends Error {
  override readonly name: string = 'PatternError';
}
