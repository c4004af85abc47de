import { spentOf } from './spent-of.ts';

/** When the first of an answer came, and when it had ended, in milliseconds since it was asked for. */
export interface Timing {
  readonly firstMs?: number | undefined;
  readonly totalMs?: number;
}

/** What is known of an answer so far, as short words: status, times, tokens, cost. */
export function factsOf(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  { firstMs, totalMs }: Timing,
  text: string,
): string[] {
  const { promptTokens, completionTokens, usd } = spentOf(totalMs === undefined ? '' : text);
  const cost = usd ?? priceIn(headers);
  return [
    `Status ${status}`,
    ...(firstMs === undefined ? [] : [`first byte after ${duration(firstMs)}`]),
    ...(totalMs === undefined ? [] : [`${duration(totalMs)} in all`]),
    ...(completionTokens === undefined
      ? []
      : [`${promptTokens ?? 0} + ${completionTokens} tokens`]),
    ...(cost === undefined ? [] : [`$${cost.toFixed(6)}`]),
  ];
}

function priceIn(headers: Headers): number | undefined {
  const usd = Number(headers.get('x-aimlapi-usd-spent') ?? Number.NaN);
  return Number.isNaN(usd) ? undefined : usd;
}

function duration(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}
