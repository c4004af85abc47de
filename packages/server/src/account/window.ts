import { momentOf } from '@hermes4/core/internal';
import type { Query } from './read-query.ts';
import { DAY } from './store.ts';

/** A window of time. */
export interface Window {
  readonly from: number;
  /** The first moment that is too late. */
  readonly before: number;
  /** Both ends as the answer tells them, in UTC. */
  readonly told: { readonly start: string; readonly end: string };
}

/** The window that a query asks for, which has one: it was read by `readQuery`. */
export function windowOf({ period, start, end }: Query, now: number): Window {
  if (typeof period !== 'string') {
    const [from, before] = [momentOf(start as string), momentOf(end as string)];
    return { from, before, told: told(from, before) };
  }
  const from = now - parseInt(period, 10) * (period.endsWith('d') ? DAY : DAY / 24);
  // What was asked this very millisecond belongs to the last hours too.
  return { from, before: now + 1, told: told(from, now) };
}

function told(from: number, end: number): Window['told'] {
  return { start: new Date(from).toISOString(), end: new Date(end).toISOString() };
}
