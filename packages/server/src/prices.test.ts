import { describe, expect, it } from 'vitest';
import { costOf, DEFAULT_PRICES } from './prices.ts';

describe('the cost of an answer', () => {
  it('is the 53 and 239 credits of the published sample', () => {
    const usage = { prompt_tokens: 25, completion_tokens: 38, total_tokens: 63 };
    expect(costOf('nousresearch/hermes-4-405b', usage, DEFAULT_PRICES)).toEqual({
      credits: 292,
      usd: 0.000_146,
    });
  });

  it('is unknown for a model without a price', () => {
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
    expect(costOf('another', usage, DEFAULT_PRICES)).toBeUndefined();
  });
});
