import type { WireChatRequest } from '@hermes4/core/internal';
import { describe, expect, it } from 'vitest';
import { tokenBudget } from './token-budget.ts';

describe('the budget of an answer', () => {
  it.each<[string, Partial<WireChatRequest>, number]>([
    ['max_tokens', { max_tokens: 2 }, 2],
    ['max_completion_tokens', { max_completion_tokens: 3 }, 3],
    ['the smaller of both limits', { max_tokens: 3, max_completion_tokens: 1 }, 1],
    ['a limit with a fraction', { max_tokens: 2.9 }, 2],
    ['what the prompt leaves, when nothing is asked', {}, 90],
  ])('is %s', (_, limits, budget) => {
    expect(tokenBudget(requestWith(limits), 10, 100)).toBe(budget);
  });

  it('fills the context to its last token', () => {
    expect(tokenBudget(requestWith({ max_tokens: 90 }), 10, 100)).toBe(90);
  });

  it.each<[Partial<WireChatRequest>, number, string]>([
    [
      { max_tokens: 91 },
      10,
      'The maximum context length is 100 tokens, of which the messages take 10, so max_tokens can be 90 at most; received 91. Shorten the messages or lower max_tokens.',
    ],
    [
      { max_completion_tokens: 91, max_tokens: 200 },
      10,
      'The maximum context length is 100 tokens, of which the messages take 10, so max_completion_tokens can be 90 at most; received 91. Shorten the messages or lower max_completion_tokens.',
    ],
    [
      {},
      100,
      'The maximum context length is 100 tokens, of which the messages take 100; nothing is left for an answer. Shorten the messages.',
    ],
  ])('refuses what does not fit: %o', (limits, promptTokens, message) => {
    expect(() => tokenBudget(requestWith(limits), promptTokens, 100)).toThrow(
      expect.objectContaining({ status: 400, message }),
    );
  });

  it('is 131,072 tokens for both when the engine says nothing', () => {
    expect(tokenBudget(requestWith({}), 72)).toBe(131_000);
  });
});

function requestWith(change: Partial<WireChatRequest>): WireChatRequest {
  return { model: 'm', messages: [], ...change };
}
