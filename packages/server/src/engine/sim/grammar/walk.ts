import type { Logits } from '../../../sampling/logits.ts';
import { END_OF_TURN, type Token } from '../vocabulary.ts';
import type { Piece } from './piece.ts';

/** A walk through a grammar, token by token. */
export interface Walk {
  /** What may come next, with the logarithms of its exact probabilities; it does not change until `take`. */
  next(): Step;
  /** Goes on with one of the tokens of the step. */
  take(index: number): void;
}

/** The tokens that may come next; the end of the turn is one of them. */
export interface Step extends Logits {
  readonly tokens: readonly Token[];
}

/** Where a walk may be: within a text, with more to come behind it. */
interface Place {
  readonly chance: number;
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly rest: Rest | undefined;
}

interface Rest {
  readonly piece: Piece;
  readonly then: Rest | undefined;
}

const END: readonly Token[] = [{ id: END_OF_TURN, text: END_OF_TURN }];

/**
 * Walks through pieces as a weighted automaton. A few tokens may fit several ways through the grammar, so
 * the walk is at several places at once, each with its chance; the chance of a token is the sum over the
 * places that it leads on from. (The forward algorithm of hidden Markov models.)
 */
export function createWalk(pieces: readonly Piece[]): Walk {
  let places = settle({ chance: 1, rest: follow(pieces, undefined) });
  let step: Step | undefined;

  return {
    next: () => (step ??= stepFrom(places)),
    take(index) {
      const { id } = (step ??= stepFrom(places)).tokens[index] as Token;
      const fitting = places.filter((place) => tokenAt(place).id === id);
      const total = fitting.reduce((sum, { chance }) => sum + chance, 0);
      places = fitting.flatMap((place) => advance(place, place.chance / total));
      step = undefined;
    },
  };
}

function stepFrom(places: readonly Place[]): Step {
  const chances = new Map<Token['id'], { token: Token; chance: number }>();
  for (const place of places) {
    const token = tokenAt(place);
    const known = chances.get(token.id);
    if (known) known.chance += place.chance;
    else chances.set(token.id, { token, chance: place.chance });
  }
  const options = [...chances.values()];
  return {
    ids: options.map(({ token }) => token.id),
    values: options.map(({ chance }) => Math.log(chance)),
    tokens: options.map(({ token }) => token),
  };
}

function tokenAt({ tokens, at }: Place): Token {
  return tokens[at] as Token;
}

function advance({ tokens, at, rest }: Place, chance: number): Place[] {
  if (at + 1 < tokens.length) return [{ chance, tokens, at: at + 1, rest }];
  return settle({ chance, rest });
}

/** Every place that a token can come from next, when the text before it is at its end. */
function settle({ chance, rest }: { chance: number; rest: Rest | undefined }): Place[] {
  if (!rest) return [{ chance, tokens: END, at: 0, rest }];
  const { piece, then } = rest;
  if ('tokens' in piece) {
    if (piece.tokens.length === 0) return settle({ chance, rest: then });
    return [{ chance, tokens: piece.tokens, at: 0, rest: then }];
  }
  return piece.ways.flatMap((way) =>
    settle({ chance: chance * way.chance, rest: follow(way.pieces, then) }),
  );
}

function follow(pieces: readonly Piece[], then: Rest | undefined): Rest | undefined {
  return pieces.reduceRight<Rest | undefined>((rest, piece) => ({ piece, then: rest }), then);
}
