import type { APIKeyLimit } from '@hermes4/core';
import { CREDITS_PER_USD } from '../prices.ts';
import { Refusal } from '../refusal.ts';
import { DAY, type Store, type StoredKey } from './store.ts';

type Retention = NonNullable<APIKeyLimit['retention']>;

/** From when on a limit counts, and when it begins anew. */
interface Span {
  readonly from: number;
  readonly until?: number;
}

/** All of them change at midnight UTC: weeks on Monday, months on their first day. */
const SPANS: Readonly<Record<Retention, (now: number) => Span>> = {
  no_reset: () => ({ from: 0 }),
  day: (now) => spanOf(now - (now % DAY), 1),
  week(now) {
    const today = now - (now % DAY);
    return spanOf(today - ((new Date(now).getUTCDay() + 6) % 7) * DAY, 7);
  },
  month(now) {
    const [year, month] = [new Date(now).getUTCFullYear(), new Date(now).getUTCMonth()];
    return { from: Date.UTC(year, month), until: Date.UTC(year, month + 1) };
  },
};

function spanOf(from: number, days: number): Span {
  return { from, until: from + days * DAY };
}

/** What a key spent since the month began, in US dollars. */
export async function monthlyUsage(store: Store, prefix: string, now: number): Promise<number> {
  return (await store.spentSince(prefix, SPANS.month(now).from)) / CREDITS_PER_USD;
}

/**
 * Holds a key to its limit. The call that goes over it is the last one: what a call costs is known
 * only behind it.
 *
 * @throws Refusal 403 when the limit is reached.
 */
export async function checkLimit(store: Store, key: StoredKey, now: number): Promise<void> {
  const { threshold, retention = 'no_reset' } = key.limit ?? {};
  if (threshold === undefined) return;
  const { from, until } = SPANS[retention](now);
  const spent = await store.spentSince(key.prefix, from);
  if (spent / CREDITS_PER_USD < threshold) return;
  const anew = until === undefined ? 'It never begins anew' : `It begins anew at ${asText(until)}`;
  throw new Refusal(
    403,
    `This key has reached its limit of ${threshold} USD (${retention}). ${anew}; a management key can raise it.`,
  );
}

function asText(moment: number): string {
  return new Date(moment).toISOString();
}
