import { describe, expect, it } from 'vitest';
import { boundsOf, faultOfValue } from './parameter.ts';

const topP = { name: 'top_p', isInteger: false, minimum: 0.01, maximum: 1, description: '' };
const seed = { name: 'seed', isInteger: true, minimum: 1, description: '' };
const topK = { name: 'top_k', isInteger: false, description: '' };

describe('a parameter', () => {
  it('says its bounds in words', () => {
    expect([topP, seed, topK].map(boundsOf)).toEqual(['0.01 to 1', 'at least 1', '']);
  });

  it('takes what is within them', () => {
    expect([faultOfValue(topP, 0.01), faultOfValue(seed, 7), faultOfValue(topK, -3)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('says what it expects instead of anything else', () => {
    expect(faultOfValue(topP, 0)).toBe('Expected 0.01 to 1.');
    expect(faultOfValue(seed, 1.5)).toBe('Expected a whole number.');
    expect(faultOfValue(topK, Number.NaN)).toBe('Expected a number.');
  });
});
