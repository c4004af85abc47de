import type { Token } from '../vocabulary.ts';

/** A stretch of an answer: a text, or a place where it may go several ways. */
export type Piece = TextPiece | ChoicePiece;

/** A text that comes as it stands. */
export interface TextPiece {
  readonly tokens: readonly Token[];
}

/** A place where the answer goes one of several ways. */
export interface ChoicePiece {
  readonly ways: readonly Way[];
}

/** One way, and how likely it is; the ways of a choice add up to one. */
export interface Way {
  readonly chance: number;
  readonly pieces: readonly Piece[];
}

/**
 * A choice whose ways stand in the order of their chance: the second is half as likely as the first, the
 * third a third, as the words of a language are (Zipf's law).
 */
export function choice(ways: readonly (readonly Piece[])[]): ChoicePiece {
  const total = ways.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
  return {
    ways: ways.map((pieces, index) => ({ chance: 1 / (index + 1) / total, pieces })),
  };
}
