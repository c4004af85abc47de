import type { Usage, UsageDetail } from '../../model/account.ts';
import type { UsageDetailQuery, UsageQuery } from '../../model/account-queries.ts';
import type { RequestOptions } from '../../model/client-options.ts';
import type { CallResource } from './call-resource.ts';

/** `hermes.usage`: what one key of the hosted API spent within a window of at most 92 days. */
export interface UsageSums {
  /**
   * One sum. It counts charged requests; failed ones cost nothing.
   *
   * @param query The window, and the key if it is not the client's own.
   * @param options A signal, headers.
   * @throws HermesError `invalid_request` that names the field when the window is none.
   * @example
   * ```ts
   * import { createHermes } from '@hermes4/core';
   *
   * const hermes = createHermes({ apiKey: 'your key' });
   * const { spend, requests } = await hermes.usage.total({ period: '24h' });
   * console.log(spend / requests);
   * ```
   */
  total(query: UsageQuery, options?: RequestOptions): Promise<Usage>;
  /**
   * The sum by model, and with `group_by` in groups. Of a group, `requests.charged` adds up to the
   * whole's `requests`, not `requests.total`.
   *
   * @param query The window, the key if it is not the client's own, and the groups.
   * @param options A signal, headers.
   * @throws HermesError `invalid_request` that names the field when the window is none.
   */
  detail(query: UsageDetailQuery, options?: RequestOptions): Promise<UsageDetail>;
}

/** Composes the calls of `hermes.usage`. */
export function createUsage(call: CallResource): UsageSums {
  return {
    total: async (query, options) => (await call('getUsage', { query, options })) as Usage,
    detail: async (query, options) =>
      (await call('getUsageDetail', { query, options })) as UsageDetail,
  };
}
