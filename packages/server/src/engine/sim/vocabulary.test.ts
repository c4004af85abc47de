import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteTokenizer } from '../../../test/byte-tokenizer.ts';
import { createVocabulary } from './vocabulary.ts';

describe.each([
  ['the rule of thumb', createVocabulary()],
  ['a tokenizer of bytes', createVocabulary(byteTokenizer)],
])('the tokens of %s', (_, { tokensOf }) => {
  it.each(['grapheme', 'binary', 'grapheme-composite'] as const)(
    'join to the text they were cut from, for any %s string',
    (unit) => {
      fc.assert(
        fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
          expect(joined(tokensOf(text))).toBe(text);
        }),
      );
    },
  );

  it('join to the text even around halves of a surrogate pair', () => {
    const units = fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 }));
    fc.assert(
      fc.property(units, (codes) => {
        const text = String.fromCharCode(...codes);
        expect(joined(tokensOf(text))).toBe(text);
      }),
    );
  });

  it('are one for each tag of the model', () => {
    const tags = '<think> </think><tool_call></tool_call><|eot_id|>'.split(/ |(?<=>)(?=<)/);
    for (const tag of tags) expect(tokensOf(tag).map(({ text }) => text)).toEqual([tag]);
    expect(tokensOf('<|start_header_id|>user<|end_header_id|>').length).toBe(
      2 + tokensOf('user').length,
    );
  });
});

describe('a vocabulary', () => {
  it('without a tokenizer has pieces of about the size of the tokens of the model', () => {
    const pieces = createVocabulary().tokensOf('Hello world, it is 2026!');
    expect(pieces.map(({ text }) => text)).toEqual([
      'Hello',
      ' world',
      ',',
      ' it',
      ' is',
      ' ',
      '202',
      '6',
      '!',
    ]);
  });

  it('gives a character that several tokens make with the last of them', () => {
    const tokens = createVocabulary(byteTokenizer).tokensOf('a€b');
    expect(tokens.map(({ text }) => text)).toEqual(['a', '', '', '€', 'b']);
  });
});

function joined(tokens: readonly { text: string }[]): string {
  return tokens.map(({ text }) => text).join('');
}
