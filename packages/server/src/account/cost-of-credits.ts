import { type Cost, CREDITS_PER_USD } from '../prices.ts';

/** An amount in both of the hosted API's currencies. */
export function costOfCredits(credits: number): Cost {
  return { usd: credits / CREDITS_PER_USD, credits };
}
