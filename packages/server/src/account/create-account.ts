import type { CallRecord, Route } from '../call.ts';
import type { Authorize } from '../caller.ts';
import { CREDITS_PER_USD } from '../prices.ts';
import { type AccountStart, checkedStart, checkedUsd, type FirstKeys } from './account-start.ts';
import { createAuthenticate } from './authenticate.ts';
import { billingRoutes } from './billing-routes.ts';
import { bookedCallOf } from './book-call.ts';
import { checkBalance, checkScope } from './check-key.ts';
import { type CatalogOptions, createCatalog } from './create-catalog.ts';
import { keyRoutes } from './key-routes.ts';
import { randomKey } from './key-secret.ts';
import { logRoutes } from './log-routes.ts';
import { checkLimit } from './spending-limit.ts';
import type { Movement, Store } from './store.ts';
import { storedKey } from './stored-key.ts';
import { usageRoutes } from './usage-routes.ts';

/** How an account is set up. */
export interface AccountOptions extends CatalogOptions {
  /** Where it lives. */
  readonly store: Store;
  /** How it begins, if it is new. */
  readonly start?: AccountStart | undefined;
  /** Where new keys come from. @defaultValue the platform's secure randomness */
  readonly newKey?: (() => string) | undefined;
}

/** An account with the hosted service, as far as a program can tell. */
export interface Account {
  /** Every endpoint of the hosted API but chat. */
  readonly routes: readonly Route[];
  /**
   * Lets a chat call in.
   *
   * @throws Refusal 401 for a key that is unknown or disabled; 403 for a management key, a key without
   *   the scope `model:chat`, a key that has reached its limit, and an account without credits.
   */
  readonly authorize: Authorize;
  /** Books a call that ended, whichever way; a call without a key of this account only counts for the metrics. */
  charge(record: CallRecord): Promise<void>;
  /** Puts money on the account, in US dollars. */
  topUp(usd: number): Promise<void>;
  /**
   * Resolves when the account is open: with its first keys if it is new, with `undefined` if the store
   * held it already. Rejects, as does every request then, when the store fails.
   */
  readonly opened: Promise<FirstKeys | undefined>;
}

/**
 * Keeps an account: the hosted service's endpoints besides chat, over a store.
 *
 * @param options The store, the clock, the prices, and how a new account begins.
 * @throws HermesError `invalid_options` for a start that cannot be made.
 */
export function createAccount(options: AccountOptions): Account {
  const { store, clock, prices, newKey = randomKey } = options;
  const start = checkedStart(options.start ?? {}, newKey);
  const opened = open();
  // Whoever needs the account hears of it.
  opened.catch(() => undefined);
  const authenticate = createAuthenticate(store, opened);
  const catalog = createCatalog(options);
  const context = { store, clock, authenticate, namesOf: catalog.namesOf };

  return {
    opened,
    routes: [
      ...catalog.routes,
      ...keyRoutes(context, newKey),
      ...billingRoutes(context),
      ...usageRoutes(context),
      ...logRoutes(context),
    ],
    async authorize(request) {
      const key = await authenticate(request, 'regular');
      checkScope(key);
      await checkLimit(store, key, clock.now());
      await checkBalance(store);
      return { id: key.prefix, keyPrefix: key.prefix };
    },
    async charge(record) {
      catalog.measure(record);
      const { namesOf } = catalog;
      const call = bookedCallOf(record, { prices, namesOf, now: clock.now() });
      if (call) await store.book(call);
    },
    async topUp(usd) {
      await opened;
      await store.move(incoming('PAYMENT', checkedUsd(usd, 'usd')));
    },
  };

  async function open(): Promise<FirstKeys | undefined> {
    const now = clock.now();
    const { balance, ...keys } = start;
    const stored = [
      await storedKey(keys.managementKey, now, { isManagement: true }),
      await storedKey(keys.key, now),
    ];
    // An entry of the ledger is always above zero.
    const money = balance > 0 ? incoming('INIT', balance) : undefined;
    return (await store.begin(stored, money)) ? keys : undefined;
  }

  function incoming(type: Movement['type'], usd: number): Movement {
    const credits = Math.round(usd * CREDITS_PER_USD);
    return { at: clock.now(), direction: 'TOPUP', type, credits, model: null, referenceId: null };
  }
}
