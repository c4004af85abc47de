import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVocabulary, END_OF_TURN } from '../vocabulary.ts';
import { preparePhrases } from './phrases.ts';
import { choice, type Piece } from './piece.ts';
import { createWalk, type Step } from './walk.ts';

const vocabulary = createVocabulary();

describe('a walk through a grammar', () => {
  it('knows the exact chance of each token, though several ways begin alike', () => {
    const walk = createWalk([choice([text('one two'), text('one three'), text('four')])]);
    expect(chances(walk.next())).toEqual({ one: nine(9 / 11), four: nine(2 / 11) });
    walk.take(walk.next().tokens.findIndex((token) => token.text === 'one'));
    expect(chances(walk.next())).toEqual({ ' two': nine(2 / 3), ' three': nine(1 / 3) });
  });

  it('may end where one way is the beginning of another', () => {
    const walk = createWalk([choice([text('one'), text('one two')])]);
    walk.take(0);
    expect(chances(walk.next())).toEqual({ [END_OF_TURN]: nine(2 / 3), ' two': nine(1 / 3) });
  });

  it('gives each text the chance that the grammar gives it', () => {
    fc.assert(
      fc.property(anyPieces(), (pieces) => {
        const written = new Map<string, number>();
        for (const { words, chance } of spellOut(pieces)) {
          written.set(words, (written.get(words) ?? 0) + chance);
        }
        expect(rounded(walkAll(pieces))).toEqual(rounded(written));
      }),
    );
  });

  it('has chances that sum to one at every step', () => {
    fc.assert(
      fc.property(anyPieces(), fc.array(fc.nat()), (pieces, turns) => {
        const walk = createWalk(pieces);
        for (const turn of turns) {
          const step = walk.next();
          const sum = Array.from(step.values, Math.exp).reduce((a, b) => a + b, 0);
          expect(sum).toBeCloseTo(1, 12);
          walk.take(turn % step.tokens.length);
        }
      }),
    );
  });
});

describe('phrases', () => {
  const prepared = preparePhrases(
    {
      greeting: ['Hello{name}<end>', 'Hi<end>'],
      end: ['{mark}'],
      result: ['It says {result}'],
    },
    vocabulary,
  );

  it('leave out the ways that speak of an empty slot', () => {
    expect(texts(prepared({ mark: '!' })('greeting'))).toEqual(['Hi!']);
    expect(texts(prepared({ mark: '!', name: ' Ada' })('greeting')).sort()).toEqual([
      'Hello Ada!',
      'Hi!',
    ]);
  });

  it('say nothing where no way is left', () => {
    expect(prepared({})('result')).toEqual([]);
    expect(texts(prepared({})('greeting'))).toEqual(['Hi']);
  });

  it('take what fills a slot as it is, whatever it looks like', () => {
    expect(texts(prepared({ result: '<end>{mark}' })('result'))).toEqual(['It says <end>{mark}']);
  });
});

function text(words: string): Piece[] {
  return [{ tokens: vocabulary.tokensOf(words) }];
}

function texts(pieces: readonly Piece[]): string[] {
  return spellOut(pieces).map(({ words }) => words);
}

function chances(step: Step): Record<string, string> {
  return Object.fromEntries(
    step.tokens.map((token, index) => [token.text, nine(Math.exp(step.values[index]!))]),
  );
}

/** Every text that pieces can come to, by going all ways one after the other. */
function spellOut(pieces: readonly Piece[]): { words: string; chance: number }[] {
  return pieces.reduce(
    (begun, piece) => {
      const ends =
        'tokens' in piece
          ? [{ words: piece.tokens.map((token) => token.text).join(''), chance: 1 }]
          : piece.ways.flatMap((way) =>
              spellOut(way.pieces).map((end) => ({ ...end, chance: end.chance * way.chance })),
            );
      return begun.flatMap((start) =>
        ends.map((end) => ({
          words: start.words + end.words,
          chance: start.chance * end.chance,
        })),
      );
    },
    [{ words: '', chance: 1 }],
  );
}

function walkAll(pieces: readonly Piece[]): Map<string, number> {
  const found = new Map<string, number>();
  follow([], 1);
  return found;

  function follow(path: readonly number[], chance: number): void {
    const walk = createWalk(pieces);
    const words = path.map((turn) => {
      const word = walk.next().tokens[turn]!.text;
      walk.take(turn);
      return word;
    });
    for (const [turn, token] of walk.next().tokens.entries()) {
      const whole = chance * Math.exp(walk.next().values[turn]!);
      if (token.id === END_OF_TURN) found.set(words.join(''), whole);
      else follow([...path, turn], whole);
    }
  }
}

function nine(chance: number): string {
  return chance.toFixed(9);
}

function rounded(chances: ReadonlyMap<string, number>): Record<string, string> {
  const sorted = [...chances].sort(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(sorted.map(([words, chance]) => [words, nine(chance)]));
}

function anyPieces(): fc.Arbitrary<Piece[]> {
  const word = fc.constantFrom('a', 'b', 'c');
  const words = fc
    .array(word, { maxLength: 3 })
    .map((list): Piece => ({ tokens: list.map((one) => ({ id: one, text: one })) }));
  const { pieces } = fc.letrec<{ pieces: Piece[] }>((tie) => ({
    pieces: fc.array(
      fc.oneof(
        { maxDepth: 2 },
        words,
        fc.array(tie('pieces'), { minLength: 1, maxLength: 3 }).map(choice),
      ),
      { maxLength: 2 },
    ),
  }));
  return pieces;
}
