import type { Answer } from '@hermes4/browser/react';
import type { Timing } from '../timings.ts';

const REASONS: Readonly<Record<string, string>> = {
  length: 'cut at the token limit',
  content_filter: 'cut by the host’s filter',
};

/** What an answer took, as short words: tokens, pace, cost, time. */
export function factsOf(
  { usage, usd, finishReason, state }: Answer,
  timing: Timing = {},
): string[] {
  const { firstMs, totalMs } = timing;
  const tokens = usage?.completion_tokens;
  const writingMs = totalMs !== undefined && firstMs !== undefined ? totalMs - firstMs : 0;
  return [
    ...(state === 'stopped' ? ['stopped'] : []),
    ...(finishReason !== undefined && REASONS[finishReason] ? [REASONS[finishReason]] : []),
    ...(usage ? [`${usage.prompt_tokens} + ${usage.completion_tokens} tokens`] : []),
    ...(tokens !== undefined && writingMs > 50
      ? [`${Math.round(tokens / (writingMs / 1_000))} tokens/s`]
      : []),
    ...(usd === undefined ? [] : [`$${usd.toFixed(6)}`]),
    ...(firstMs === undefined ? [] : [`first word after ${seconds(firstMs)}`]),
    ...(totalMs === undefined ? [] : [`${seconds(totalMs)} in all`]),
  ];
}

function seconds(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}
