import type { Balance, BillingDetail, PagedAnswer } from '../../model/account.ts';
import type { TransactionQuery } from '../../model/account-queries.ts';
import type { RequestOptions } from '../../model/client-options.ts';
import { hideField } from '../../resources/read-answer.ts';
import type { CallResource } from './call-resource.ts';
import { type PagePromise, pagesOf } from './pages.ts';

/** `hermes.billing`: the account's money at the hosted API, in US dollars. It needs a regular key. */
export interface Billing {
  /**
   * What is left.
   *
   * @param options A signal, headers.
   * @throws HermesError with a documented `code`.
   */
  balance(options?: RequestOptions): Promise<Balance>;
  /**
   * What is left, whose it is and how it is topped up. `email` is readable by its name only: it is
   * absent from `JSON.stringify`, `{ ...spread }` and `console.log`.
   *
   * @param options A signal, headers.
   * @throws HermesError with a documented `code`.
   */
  detail(options?: RequestOptions): Promise<BillingDetail>;
  /**
   * The ledger, newest entry first: its first page, or with `for await` all of it. A charge is booked
   * after its answer was delivered, so a call just made may not be there yet. A management key is
   * refused.
   *
   * @param query Which part of the ledger; `limit` is the size of a page.
   * @param options A signal, headers.
   * @throws HermesError with a documented `code`; the signal's reason after an abort.
   * @example
   * ```ts
   * import { createHermes } from '@hermes4/core';
   *
   * const hermes = createHermes({ apiKey: 'your key' });
   * let usd = 0;
   * for await (const { amount } of hermes.billing.transactions({ direction: 'CHARGE' })) {
   *   usd += amount.usd;
   * }
   * console.log(usd);
   * ```
   */
  transactions(
    query?: TransactionQuery,
    options?: RequestOptions,
  ): PagePromise<PagedAnswer['transactions']>;
}

/** Composes the calls of `hermes.billing`. */
export function createBilling(call: CallResource): Billing {
  return {
    balance: async (options) => (await call('getBalance', { options })) as Balance,
    detail: async (options) =>
      hideField((await call('getBillingDetail', { options })) as BillingDetail, 'email'),
    transactions: (query = {}, options) =>
      pagesOf(
        (asked) => call('listTransactions', { query: asked, options }),
        query,
        options?.signal,
      ),
  };
}
