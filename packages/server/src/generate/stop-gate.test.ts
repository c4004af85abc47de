import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineToken } from '../engine/engine.ts';
import { createStopGate, type Piece } from './stop-gate.ts';

const letters = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom('a', 'b'), maxLength });

describe('the gate before a stop sequence', () => {
  it('gives out each token with the end of its text, and none of the stop sequence', () => {
    fc.assert(
      fc.property(
        fc.array(letters(3), { maxLength: 12 }),
        fc.array(
          letters(4).filter((stop) => stop !== ''),
          { maxLength: 3 },
        ),
        (texts, stops) => {
          const { pieces, isStopped } = passed(texts, stops);
          const text = pieces.map((piece) => piece.text).join('');
          const tokens = pieces.flatMap((piece) => piece.tokens).map((token) => token.text);
          expect(texts.slice(0, tokens.length)).toEqual(tokens);
          const length = tokens.join('').length;
          if (!isStopped) expect(tokens.join('')).toBe(text);
          expect(length).toBeGreaterThanOrEqual(text.length);
          expect(length - (tokens.at(-1)?.length ?? 0)).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('holds tokens back with their text', () => {
    const gate = createStopGate(['END']);
    expect(gate.push({ text: 'the E' })).toEqual({ text: 'the ', tokens: [] });
    expect(gate.push({ text: 'N' })).toBeUndefined();
    expect(gate.push({ text: '.' })).toEqual({
      text: 'EN.',
      tokens: [{ text: 'the E' }, { text: 'N' }, { text: '.' }],
    });
  });
});

function passed(
  texts: readonly string[],
  stops: readonly string[],
): { pieces: Piece[]; isStopped: boolean } {
  const gate = createStopGate(stops);
  const pieces: (Piece | undefined)[] = [];
  for (const text of texts) {
    pieces.push(gate.push({ text } satisfies EngineToken));
    if (gate.isStopped()) break;
  }
  pieces.push(gate.flush());
  return { pieces: pieces.filter((piece) => piece !== undefined), isStopped: gate.isStopped() };
}
