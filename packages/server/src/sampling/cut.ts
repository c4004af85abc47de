import type { SamplingSettings } from './settings.ts';

type CutSettings = Pick<SamplingSettings, 'min_p' | 'top_a' | 'top_k' | 'top_p'>;

/**
 * How many of the likeliest tokens stay in the draw; at least one. Each cut sees what the one before it
 * left, in vLLM's order: min_p, then top_k, then top_p. `top_a`, which vLLM does not have, stands beside
 * min_p, which it resembles: a token stays if it has at least `top_a` · (the highest probability)².
 *
 * @param chances Probabilities, the highest first.
 */
export function cut(chances: ArrayLike<number>, settings: CutSettings): number {
  const best = chances[0] ?? 0;
  const least = Math.max(settings.min_p * best, settings.top_a * best * best);
  let kept = 1;
  while (kept < chances.length && (chances[kept] as number) >= least) kept++;
  kept = Math.min(kept, settings.top_k);
  return settings.top_p < 1 ? nucleus(chances, kept, settings.top_p) : kept;
}

/** The shortest beginning that has at least the share `top_p` of what was left. */
function nucleus(chances: ArrayLike<number>, length: number, top_p: number): number {
  let total = 0;
  for (let index = 0; index < length; index++) total += chances[index] as number;
  let kept = 0;
  for (let sum = 0; kept < length && (kept === 0 || sum < top_p * total); kept++) {
    sum += chances[kept] as number;
  }
  return kept;
}
