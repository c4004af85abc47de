import { describe, expect, it } from 'vitest';
import { firstSentences } from './first-sentences.ts';

describe('what a page says of itself', () => {
  it('is its first paragraph, in one line and without marks', () => {
    expect(
      firstSentences('# Tools\n\nFunctions that\nthe [model](x.md) may `call()`.\n\nMore.'),
    ).toBe('Functions that the model may call().');
  });

  it('ends with a sentence before it is too long', () => {
    const long = `One. ${'Very '.repeat(60)}long.`;
    expect(firstSentences(long)).toBe('One.');
  });

  it('keeps names with dots and underscores in them whole', () => {
    expect(firstSentences('Set `top_p` in `hermes.chat`. It is 0.95.')).toBe(
      'Set top_p in hermes.chat. It is 0.95.',
    );
  });

  it('is not code, and not a table', () => {
    expect(firstSentences('```ts\nconst a = 1;\n```\n\n| a |\n| - |\n')).toBeUndefined();
  });
});
