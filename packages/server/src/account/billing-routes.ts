import type { Balance, BillingDetail, Transaction } from '@hermes4/core';
import { momentOf } from '@hermes4/core/internal';
import type { Route, Visit } from '../call.ts';
import type { AccountContext } from './account-context.ts';
import { answerJson } from './answer-json.ts';
import { costOfCredits } from './cost-of-credits.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { type Query, readQuery } from './read-query.ts';
import type { Movement } from './store.ts';

/** Below it the legacy endpoint speaks of a low balance, in credits. */
const LOW_BALANCE = 10_000;

/** `/v2/billing`, its detail and its ledger, and the legacy `/v1/billing/balance`; all need a regular key. */
export function billingRoutes({ store, clock, authenticate }: AccountContext): Route[] {
  return [
    route('/v2/billing', balance),
    route('/v2/billing/detail', async () => ({ ...OWNER, ...(await balance()) })),
    route('/v2/billing/transactions', ({ url }) =>
      transactions(readQuery('listTransactions', url)),
    ),
    route('/v1/billing/balance', legacyBalance),
  ];

  function route(path: string, answer: (visit: Visit) => Promise<object>): Route {
    return {
      method: 'GET',
      path,
      async handle(visit) {
        await authenticate(visit.request, 'regular');
        return answerJson(visit, await answer(visit));
      },
    };
  }

  async function balance(): Promise<Balance> {
    return { current_balance: costOfCredits(await store.balance()).usd, currency: 'USD' };
  }

  async function transactions(query: Query): Promise<object> {
    const { limit = 50, cursor, from, to, ...filters } = query as TransactionParameters;
    const found = await store.movements({
      ...filters,
      ...(from !== undefined && { from: momentOf(from) }),
      ...(to !== undefined && { before: momentOf(to) }),
      ...(cursor !== undefined && { after: readCursor(cursor) }),
      // One more than a page has tells whether there is another.
      limit: limit + 1,
    });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const hasMore = found.length > limit;
    return {
      data: page.map(show),
      pagination: { next_cursor: hasMore && last ? cursorOf(last) : null, has_more: hasMore },
    };
  }

  async function legacyBalance(): Promise<object> {
    const credits = await store.balance();
    return {
      balance: credits,
      lowBalance: credits < LOW_BALANCE,
      lowBalanceThreshold: LOW_BALANCE,
      lastUpdated: new Date(clock.now()).toISOString(),
      autoDebitStatus: 'disabled',
      status: 'current',
      statusExplanation: 'Balance is current and up to date',
    };
  }
}

/** Nobody stands behind a local account. */
const OWNER: Omit<BillingDetail, keyof Balance> = {
  user_id: 1,
  email: 'nobody@example.com',
  autotopup_settings: { is_enabled: false, threshold: 0, amount: 0, currency: 'USD' },
};

interface TransactionParameters {
  readonly from?: string;
  readonly to?: string;
  readonly direction?: Movement['direction'];
  readonly type?: Movement['type'];
  readonly limit?: number;
  readonly cursor?: string;
}

function show({ at, direction, type, credits, model, referenceId }: Movement): Transaction {
  return {
    created_at: new Date(at).toISOString(),
    direction,
    type,
    amount: costOfCredits(credits),
    model,
    reference_id: referenceId,
  };
}
