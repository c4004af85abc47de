import type { TokenId } from './logits.ts';

/** A token and the logarithm of its probability. */
export interface RankedToken {
  /** Its place in the logits. */
  readonly index: number;
  readonly id: TokenId;
  readonly logprob: number;
}

/**
 * The likeliest tokens, the highest first. As in the OpenAI API the chosen token is always among them: it
 * stands at the end when it is none of the likeliest, so there may be one more than asked for, and there
 * are fewer when fewer can come.
 */
export function topTokens(
  ids: ArrayLike<TokenId>,
  logprobs: ArrayLike<number>,
  { count, chosen }: { count: number; chosen: number },
): RankedToken[] {
  if (count === 0) return [];
  const order = byValue(logprobs).filter((index) => (logprobs[index] as number) > -Infinity);
  const top = order.slice(0, count);
  if (!top.includes(chosen)) top.push(chosen);
  return top.map((index) => ({
    index,
    id: ids[index] as TokenId,
    logprob: logprobs[index] as number,
  }));
}

/** Places in the order of their values, the highest first; equal ones stay in their order. */
export function byValue(values: ArrayLike<number>): number[] {
  const places = Array.from({ length: values.length }, (_, index) => index);
  return places.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
}
