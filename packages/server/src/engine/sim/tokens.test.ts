import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPromptTokens, tokenize } from './tokens.ts';

describe('the tokens of the simulator', () => {
  it.each(['grapheme', 'binary', 'grapheme-composite'] as const)(
    'join to the text they were cut from, for any %s string',
    (unit) => {
      fc.assert(
        fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
          expect(tokenize(text).join('')).toBe(text);
        }),
      );
    },
  );

  it('join to the text even around halves of a surrogate pair', () => {
    const units = fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 }));
    fc.assert(
      fc.property(units, (codes) => {
        const text = String.fromCharCode(...codes);
        expect(tokenize(text).join('')).toBe(text);
      }),
    );
  });

  it('are about the size of the tokens of the model', () => {
    expect(tokenize('Hello world, it is 2026!')).toEqual([
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

  it('count the template around each message, its parts and the tools', () => {
    const messages = [{ role: 'user' as const, content: 'Hello' }];
    const base = { model: 'm', messages };
    expect(countPromptTokens({ ...base, messages: [] })).toBe(5);
    expect(countPromptTokens(base)).toBe(5 + 5 + 1);
    const parts = [
      { type: 'text' as const, text: 'Hello' },
      { type: 'file' as const, file: { filename: 'a.pdf' } },
    ];
    expect(countPromptTokens({ ...base, messages: [{ role: 'user', content: parts }] })).toBe(
      10 + tokenize('Hello\n[a.pdf]').length,
    );
    const tools = [{ type: 'function' as const, function: { name: 'f', parameters: {} } }];
    expect(countPromptTokens({ ...base, tools })).toBeGreaterThan(countPromptTokens(base));
  });
});
