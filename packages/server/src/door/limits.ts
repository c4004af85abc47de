import { atLeast } from '../at-least.ts';

const HOUR = 3_600_000;

/**
 * What each caller may take; callers without an id of their own share one. Counted in memory, where another
 * process counts for itself and a restart forgets, unless a `limitStore` is shared.
 */
export interface Limits {
  /** At most so many calls at once, filled up again evenly over a minute. At least 1. */
  readonly requestsPerMinute?: number | undefined;
  /**
   * Tokens of prompts and answers. A call is let in when its prompt, by a rule of thumb, and its own
   * token limit fit; when it ends, what it really took is counted. At least 1.
   */
  readonly tokensPerMinute?: number | undefined;
  /** How many calls may be underway at the same time. At least 1. */
  readonly concurrent?: number | undefined;
  /**
   * A budget in US dollars by the server's prices. As with tokens, the most that a call can cost is set
   * aside while it is underway: set `maxTokens`, too, since nobody knows the most for a call without a limit.
   */
  readonly usd?: Budget | undefined;
}

/** An amount of money for a time. */
export interface Budget {
  /** In US dollars, more than 0. */
  readonly amount: number;
  /** How long it is for. */
  readonly per: Period;
}

/** When a budget is whole again, as the hosted API's limits are: at 00:00 UTC, a week's on Monday, a month's on the 1st. */
export type Period = 'hour' | 'day' | 'week' | 'month';

/**
 * Holds limits against what can be meant.
 *
 * @throws HermesError `invalid_options`.
 */
export function checkLimits(limits: Limits): Limits {
  for (const name of ['requestsPerMinute', 'tokensPerMinute', 'concurrent'] as const) {
    atLeast(1, `limits.${name}`, limits[name] ?? Infinity);
  }
  atLeast(Number.MIN_VALUE, 'limits.usd.amount', limits.usd?.amount ?? Infinity);
  return limits;
}

/**
 * The ends of the periods around a moment: enough of them for a clock elsewhere that is an hour behind this one or a
 * whole period ahead of it.
 */
export function endsAround(per: Period, now: number): number[] {
  const end = endOf(per, now);
  return [endOf(per, now - HOUR), end, endOf(per, end)];
}

/** The end of the period that a moment is in, both in milliseconds since 1970. */
function endOf(per: Period, now: number): number {
  const date = new Date(now);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (per) {
    case 'hour':
      return Date.UTC(year, month, day, date.getUTCHours() + 1);
    case 'day':
      return Date.UTC(year, month, day + 1);
    case 'week':
      return Date.UTC(year, month, day + 7 - ((date.getUTCDay() + 6) % 7));
    case 'month':
      return Date.UTC(year, month + 1);
  }
}
