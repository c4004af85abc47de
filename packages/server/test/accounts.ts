import { createHermes, type Hermes } from '@hermes4/core';
import type { AccountStart } from '../src/account/account-start.ts';
import { type Account, type AccountOptions, createAccount } from '../src/account/create-account.ts';
import { createMemoryStore } from '../src/account/memory-store.ts';
import type { CallRecord } from '../src/call.ts';
import { costOf, DEFAULT_PRICES } from '../src/prices.ts';
import { type HandClock, handClock } from './hand-clock.ts';
import { fetchOver } from './over-routes.ts';

/** A Wednesday, in the afternoon of UTC. */
export const NOW = '2026-08-19T15:30:00.000Z';
export const MODEL = 'nousresearch/hermes-4-405b';
export const KEY = 'aaaaaaaa-regular-key';
export const MANAGEMENT_KEY = 'bbbbbbbb-management-key';
export const PREFIX = 'aaaaaaaa';

/** The tokens of the hosted API's published sample. */
const USAGE = { prompt_tokens: 25, completion_tokens: 38, total_tokens: 63 };

/** What they cost, 0.00014… US dollars. */
export const CREDITS: number = costOf(MODEL, USAGE, DEFAULT_PRICES)?.credits ?? NaN;

/** An account in a test, whose clock stands at {@link NOW}, and clients of it. */
export interface TestAccount extends Account {
  readonly clock: HandClock;
  readonly fetch: typeof fetch;
  /** A client with the regular key. */
  readonly hermes: Hermes;
  /** A client with the management key. */
  readonly manager: Hermes;
  /** A client with any key. */
  as(apiKey: string): Hermes;
  /** Asks with the regular key, or another. */
  get(path: string, apiKey?: string | null): Promise<Response>;
  /** Ends a call of the regular key, which cost {@link CREDITS} unless it says otherwise. */
  call(record?: Partial<CallRecord>): Promise<void>;
}

export async function openAccount({
  start,
  ...options
}: Partial<AccountOptions> & { start?: AccountStart } = {}): Promise<TestAccount> {
  const clock = handClock();
  await clock.pass(Date.parse(NOW));
  const account = createAccount({
    store: createMemoryStore(),
    clock,
    prices: DEFAULT_PRICES,
    start: { key: KEY, managementKey: MANAGEMENT_KEY, ...start },
    ...options,
  });
  await account.opened;
  const fetch = fetchOver(account.routes, clock);
  const as = (apiKey: string): Hermes => createHermes({ apiKey, fetch, maxRetries: 0 });
  return {
    ...account,
    clock,
    fetch,
    hermes: as(KEY),
    manager: as(MANAGEMENT_KEY),
    as,
    get: (path, apiKey = KEY) =>
      fetch(`http://localhost${path}`, {
        headers: apiKey === null ? {} : { authorization: `Bearer ${apiKey}` },
      }),
    call: (record) => account.charge(callRecord({ startedAt: clock.now(), ...record })),
  };
}

/** A call that was answered. */
export function callRecord(record: Partial<CallRecord> = {}): CallRecord {
  return {
    id: crypto.randomUUID(),
    caller: { id: PREFIX, keyPrefix: PREFIX },
    method: 'POST',
    path: '/v1/chat/completions',
    model: MODEL,
    engine: 'sim',
    stream: false,
    status: 200,
    startedAt: Date.parse(NOW),
    durationMs: 800,
    usage: USAGE,
    end: 'complete',
    ...record,
  };
}

/** What a chat call with a key carries. */
export function chatRequest(apiKey?: string): Request {
  return new Request('http://localhost/v1/chat/completions', {
    method: 'POST',
    headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
  });
}
