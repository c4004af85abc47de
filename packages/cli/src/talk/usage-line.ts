import type { ChatCompletion } from '@hermes4/node';
import { usd } from '../format/usd.ts';

/** What a call took, in one line: tokens, money as far as the host told of it, time. */
export function usageLine({ usage, _request }: ChatCompletion): string {
  const parts: string[] = [];
  if (usage) {
    const thinking = usage.completion_tokens_details?.reasoning_tokens ?? 0;
    const thought = thinking > 0 ? ` (${thinking} of them thinking)` : '';
    parts.push(`${usage.prompt_tokens} tokens read, ${usage.completion_tokens} written${thought}`);
  } else {
    parts.push('the host did not tell its usage');
  }
  const { usd: cost, timings, attempts } = _request ?? {};
  if (cost !== undefined) parts.push(usd(cost));
  if (timings) parts.push(`${(timings.totalMs / 1_000).toFixed(1)} s`);
  if (attempts !== undefined && attempts > 1) parts.push(`${attempts} attempts`);
  return parts.join(', ');
}
