import type { PagedAnswer } from '../../model/account.ts';
import type { LogQuery } from '../../model/account-queries.ts';
import type { RequestOptions } from '../../model/client-options.ts';
import type { CallResource } from './call-resource.ts';
import { type PagePromise, pagesOf } from './pages.ts';

/** `hermes.logs`: the requests of one key of the hosted API. The host allows 200 calls in 60 seconds. */
export interface Logs {
  /**
   * The requests within a window of at most 92 days, newest first and failed ones included: the first
   * page, or with `for await` all of them. Pages are counted from the newest row, and a `period` moves
   * on while you read, so that new rows push others onto the next page: to see each row once, give a
   * `start` and an `end` that has passed.
   *
   * @param query The window, the key if it is not the client's own, and which requests; `limit` is the
   *   size of a page.
   * @param options A signal, headers.
   * @throws HermesError with a documented `code`; the signal's reason after an abort.
   * @example
   * ```ts
   * import { createHermes } from '@hermes4/core';
   *
   * const hermes = createHermes({ apiKey: 'your key' });
   * for await (const row of hermes.logs.list({ period: '24h', status: 'failed' })) {
   *   console.log(row.created, row.model, row.client_request_id);
   * }
   * ```
   */
  list(query: LogQuery, options?: RequestOptions): PagePromise<PagedAnswer['logs']>;
}

/** Composes the calls of `hermes.logs`. */
export function createLogs(call: CallResource): Logs {
  return {
    list: (query, options) =>
      pagesOf((asked) => call('listLogs', { query: asked, options }), query, options?.signal),
  };
}
