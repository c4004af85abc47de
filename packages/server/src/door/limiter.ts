import type { CompletionUsage } from '@hermes4/core';
import type { Caller } from '../caller.ts';
import type { Clock } from '../clock.ts';
import { budgetGauge, type Level, rateGauge, untouched } from './gauge.ts';
import { checkLimits, endOf, type Limits } from './limits.ts';
import { createRecent } from './recent.ts';
import { type Gauges, outOfBudget, outOfCalls, outOfRate, rateHeaders } from './too-many.ts';

/** How callers are limited. */
export interface LimiterOptions {
  readonly limits: Limits;
  readonly clock: Clock;
  /**
   * How many callers are remembered; past it, those that have been silent for longest start afresh.
   *
   * @defaultValue 100,000
   */
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
   * Counts what the call took. Of what is not known, what was set aside stays counted: a caller that
   * leaves before the end saves nothing by it.
   */
  settle(spent: Spent): void;
  /** The call is over. One that was never settled is taken to have cost nothing. */
  release(): void;
}

/** Counts what callers take. */
export interface Limiter {
  /**
   * Lets a call begin.
   *
   * @throws Refusal 429 with `Retry-After`.
   */
  begin(caller: Caller, expected: Expected): Lease;
}

/** What is remembered of one caller, or of one ticket. */
interface Book {
  readonly requests: Level;
  readonly tokens: Level;
  readonly usd: Level;
  running: number;
}

/** A book, and the gauges that read it. */
interface Account extends Gauges {
  readonly book: Book;
}

/** Makes a limiter, whose memory is bounded by the callers that it remembers and the calls underway. */
export function createLimiter({ limits, clock, maxCallers = 100_000 }: LimiterOptions): Limiter {
  const { requestsPerMinute, tokensPerMinute, concurrent = Infinity, usd } = checkLimits(limits);
  const now = (): number => clock.now();
  const callers = createRecent<Book>(maxCallers, isIdle);
  const tickets = createRecent<Book>(maxCallers, isIdle);
  return { begin };

  function begin(caller: Caller, expected: Expected): Lease {
    const accounts = accountsOf(caller);
    for (const account of accounts) check(account, expected);
    const settlers = accounts.map((account) => enter(account, expected));
    let isSettled = false;
    let isOver = false;
    return { headers: headersOf(accounts), settle, release };

    function settle({ usage, usd: cost }: Spent): void {
      if (isSettled) return;
      isSettled = true;
      const tokens = usage?.total_tokens ?? expected.tokens;
      for (const correct of settlers) correct({ tokens, usd: cost ?? expected.usd });
    }

    function release(): void {
      if (isOver) return;
      isOver = true;
      settle({ usage: NOTHING, usd: 0 });
      for (const { book } of accounts) book.running -= 1;
    }
  }

  function accountsOf({ id, grant }: Caller): Account[] {
    const book = callers.get(id, newBook);
    const { requests, tokens } = book;
    const own: Account = {
      book,
      requests:
        requestsPerMinute === undefined ? undefined : rateGauge(requestsPerMinute, requests, now),
      tokens: tokensPerMinute === undefined ? undefined : rateGauge(tokensPerMinute, tokens, now),
      usd:
        usd && budgetGauge({ limit: usd.amount, endOf: (at) => endOf(usd.per, at) }, book.usd, now),
    };
    if (grant?.usd === undefined) return [own];
    const ticket = tickets.get(grant.id, newBook);
    const allotment = { limit: grant.usd, endOf: () => grant.expiresAt };
    return [own, { book: ticket, usd: budgetGauge(allotment, ticket.usd, now) }];
  }

  function check({ book, requests, tokens, usd: budget }: Account, expected: Expected): void {
    if (book.running >= concurrent) throw outOfCalls(concurrent);
    if (requests?.has(1) === false) throw outOfRate('requests', requests, 1);
    // What exceeds the limit by itself has to wait for all of it, or it would wait for ever.
    const needed = Math.min(expected.tokens, tokens?.limit ?? Infinity);
    if (tokens?.has(needed) === false) throw outOfRate('tokens', tokens, needed);
    if (budget && (budget.left() <= 0 || !budget.has(expected.usd))) {
      throw outOfBudget(budget, expected.usd);
    }
  }
}

const NOTHING: CompletionUsage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

function newBook(): Book {
  return { requests: untouched(), tokens: untouched(), usd: untouched(), running: 0 };
}

function isIdle({ running }: Book): boolean {
  return running === 0;
}

function enter(account: Account, expected: Expected): (spent: Expected) => void {
  account.book.running += 1;
  account.requests?.hold(1);
  const tokens = account.tokens?.hold(expected.tokens);
  const usd = account.usd?.hold(expected.usd);
  return (spent) => {
    tokens?.(spent.tokens);
    usd?.(spent.usd);
  };
}

function headersOf(accounts: readonly Account[]): Record<string, string> {
  return Object.assign({}, ...accounts.map(rateHeaders)) as Record<string, string>;
}
