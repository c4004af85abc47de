import type { ChatCompletion } from '@hermes4/node';

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
  const { usd, timings, attempts } = _request ?? {};
  if (usd !== undefined) parts.push(money(usd));
  if (timings) parts.push(`${(timings.totalMs / 1_000).toFixed(1)} s`);
  if (attempts !== undefined && attempts > 1) parts.push(`${attempts} attempts`);
  return parts.join(', ');
}

/** An amount of US dollars, with as many digits as it takes to say something. */
export function money(usd: number): string {
  if (usd === 0 || usd >= 0.01) return `$${usd.toFixed(usd === 0 ? 0 : 4)}`;
  return `$${usd.toPrecision(2).replace(/e-(\d+)$/, ' × 10^-$1')}`;
}
