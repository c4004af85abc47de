import type { CompletionUsage } from '@hermes4/core';

/** What tokens of one model cost. */
export interface Price {
  /** US dollars for a million tokens of prompt. */
  readonly prompt: number;
  /** US dollars for a million tokens of answer, thinking included. */
  readonly completion: number;
}

/** Prices by model id. */
export type Prices = Readonly<Record<string, Price>>;

/**
 * What the hosted API is believed to charge: the figures of its published sample, 53 and 239 credits for 25
 * and 38 tokens, come out with these. Prices move, so treat what follows from them as a model of a bill.
 */
export const DEFAULT_PRICES: Prices = {
  'nousresearch/hermes-4-405b': { prompt: 1.05, completion: 3.15 },
};

/** The hosted API's own unit of money. */
export const CREDITS_PER_USD = 2_000_000;

/** What an answer costs. */
export interface Cost {
  /** A whole number. */
  readonly credits: number;
  readonly usd: number;
}

/** What an answer costs by a table; nothing for a model that the table does not name. */
export function costOf(
  model: string,
  { prompt_tokens, completion_tokens }: CompletionUsage,
  prices: Prices,
): Cost | undefined {
  const price = prices[model];
  if (!price) return undefined;
  // Each part is rounded by itself, as in the published sample.
  const credits = [prompt_tokens * price.prompt, completion_tokens * price.completion]
    .map((microdollars) => Math.round((microdollars * CREDITS_PER_USD) / 1e6 + 1e-9))
    .reduce((sum, part) => sum + part, 0);
  return { credits, usd: credits / CREDITS_PER_USD };
}
