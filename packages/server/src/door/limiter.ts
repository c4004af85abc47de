import type { CompletionUsage } from '@hermes4/core';
import type { Caller } from '../caller.ts';
import type { Clock } from '../clock.ts';
import type { Draw, LimitStore, Wanted } from './limit-store.ts';
import { checkLimits, endsAround, type Limits } from './limits.ts';
import { createMemoryLimitStore } from './memory-limit-store.ts';
import { rateHeaders, refusalOf } from './too-many.ts';

/** How callers are limited. */
export interface LimiterOptions {
  readonly limits: Limits;
  readonly clock: Clock;
  /** What is limited. @defaultValue `chat` */
  readonly scope?: Wanted['scope'] | undefined;
  /** Where it is counted. @defaultValue in this process */
  readonly store?: LimitStore | undefined;
  /** How many callers this process remembers. @defaultValue 100,000 */
  readonly maxCallers?: number | undefined;
}

/** The most that a call is expected to take. */
export interface Expected {
  readonly tokens: number;
  readonly usd: number;
}

/** What a call took, as far as it is known. */
export interface Spent {
  readonly usage?: CompletionUsage | undefined;
  readonly usd?: number | undefined;
}

/** The place that a call underway has among its caller's. */
export interface Lease {
  /** `x-ratelimit-*`, for the answer. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The call is over; only the first time counts.
   *
   * @param spent What it took. Of what is not known, what was set aside stays counted: a caller that leaves
   *   before the end saves nothing by it. Without it, the call is taken to have cost nothing.
   * @returns Resolves when it is counted; never rejects.
   */
  end(spent?: Spent): Promise<void>;
}

/** Counts what callers take. */
export interface Limiter {
  /**
   * Lets a call begin.
   *
   * @throws Refusal 429 with `Retry-After`, or as the store says.
   */
  begin(caller: Caller, expected: Expected): Promise<Lease>;
}

/** The place of a call that no limit is for. */
const UNLIMITED: Lease = { headers: {}, end: () => Promise.resolve() };

/** Makes a limiter. */
export function createLimiter(options: LimiterOptions): Limiter {
  const { clock, scope = 'chat', maxCallers } = options;
  const { store = createMemoryLimitStore({ clock, maxCallers }) } = options;
  const limits = checkLimits(options.limits);
  const concurrent = limits.concurrent === Infinity ? undefined : limits.concurrent;
  return {
    async begin(caller, expected) {
      const draws = drawsOf(limits, caller, expected, clock.now());
      const wanted = { scope, caller: caller.id, concurrent, draws };
      if (concurrent === undefined && draws.length === 0) return UNLIMITED;
      const answer = await store.reserve(wanted);
      if (!answer.isReserved) throw refusalOf(wanted, answer);
      return {
        headers: rateHeaders(draws, answer.standings),
        end: (spent) => answer.end(draws.map((draw) => takenOf(draw, spent, expected))),
      };
    },
  };
}

/** The caller's own draws, then the ticket's; what has no limit is not counted. */
function drawsOf(
  { requestsPerMinute = Infinity, tokensPerMinute = Infinity, usd }: Limits,
  { grant }: Caller,
  expected: Expected,
  now: number,
): Draw[] {
  const draws: Draw[] = [];
  if (requestsPerMinute < Infinity) {
    draws.push({ unit: 'requests', limit: requestsPerMinute, needed: 1, amount: 1 });
  }
  if (tokensPerMinute < Infinity) {
    // What exceeds the limit by itself has to wait for all of it, or it would wait for ever.
    const needed = Math.min(expected.tokens, tokensPerMinute);
    draws.push({ unit: 'tokens', limit: tokensPerMinute, needed, amount: expected.tokens });
  }
  const money = { unit: 'usd', needed: expected.usd, amount: expected.usd } as const;
  if (usd && usd.amount < Infinity) {
    draws.push({ ...money, limit: usd.amount, ends: endsAround(usd.per, now) });
  }
  if (grant?.usd !== undefined) {
    draws.push({ ...money, limit: grant.usd, ticket: grant.id, ends: [grant.expiresAt] });
  }
  return draws;
}

function takenOf({ unit, amount }: Draw, spent: Spent | undefined, expected: Expected): number {
  if (unit === 'requests') return amount;
  if (!spent) return 0;
  return unit === 'usd'
    ? (spent.usd ?? expected.usd)
    : (spent.usage?.total_tokens ?? expected.tokens);
}
