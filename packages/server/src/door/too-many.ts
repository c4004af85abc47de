import { Refusal } from '../refusal.ts';
import type { Gauge } from './gauge.ts';

/** The gauges that a caller may be told of. */
export interface Gauges {
  readonly requests?: Gauge | undefined;
  readonly tokens?: Gauge | undefined;
  readonly usd?: Gauge | undefined;
}

/**
 * What is left to a caller, in the headers that OpenAI's API has for it, and the same for dollars:
 * `x-ratelimit-limit-requests`, `-remaining-`, `-reset-` (the time until all of it is there).
 */
export function rateHeaders(gauges: Gauges): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const unit of ['requests', 'tokens', 'usd'] as const) {
    const gauge = gauges[unit];
    if (!gauge) continue;
    const left = Math.max(0, gauge.left());
    const digits = unit === 'usd' ? 6 : 0;
    headers[`x-ratelimit-limit-${unit}`] = `${gauge.limit}`;
    headers[`x-ratelimit-remaining-${unit}`] = `${floor(left, digits)}`;
    headers[`x-ratelimit-reset-${unit}`] = `${Math.ceil(gauge.msUntil(gauge.limit)) / 1_000}s`;
  }
  return headers;
}

/** Refuses a call beside too many others. */
export function outOfCalls(concurrent: number): Refusal {
  return tooMany(`At most ${concurrent} calls may be underway at the same time.`, 1_000, {});
}

/** Refuses a call that comes too soon. */
export function outOfRate(unit: 'requests' | 'tokens', gauge: Gauge, needed: number): Refusal {
  const headers = rateHeaders({ [unit]: gauge });
  return tooMany(`At most ${gauge.limit} ${unit} a minute.`, gauge.msUntil(needed), headers);
}

/** Refuses a call that may cost more than is left. */
export function outOfBudget(gauge: Gauge, needed: number): Refusal {
  const [most, rest, all] = [needed, Math.max(0, gauge.left()), gauge.limit].map(
    (usd) => `$${floor(usd, 6)}`,
  );
  const advice = needed > 0 ? ' A lower max_tokens costs less.' : '';
  const words = `This call may cost ${most}, and ${rest} of ${all} is left.${advice}`;
  return tooMany(words, gauge.msUntil(Infinity), rateHeaders({ usd: gauge }));
}

function tooMany(words: string, ms: number, headers: Record<string, string>): Refusal {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  return new Refusal(429, `Too Many Requests. ${words} Try again in ${seconds} s.`, {
    ...headers,
    'retry-after': `${seconds}`,
  });
}

function floor(value: number, digits: number): number {
  // What floating-point numbers lose must not show as a whole unit less.
  return Math.floor(value * 10 ** digits + 1e-6) / 10 ** digits;
}
