import type { Usage, UsageDetail } from '@hermes4/core';
import type { Route, Visit } from '../call.ts';
import type { AccountContext } from './account-context.ts';
import { answerJson } from './answer-json.ts';
import { type Query, readQuery } from './read-query.ts';
import { reportedKey } from './reported-key.ts';
import type { CallSum } from './store.ts';
import { byModel, groupsOf, totalOf } from './sum-up.ts';
import { windowOf } from './window.ts';

/** `/v2/usage` and `/v2/usage/detail`; any key may ask about itself, a management key about all. */
export function usageRoutes(context: AccountContext): Route[] {
  return [
    route('/v2/usage', 'getUsage', (usage) => usage),
    route('/v2/usage/detail', 'getUsageDetail', detailOf),
  ];

  function route(
    path: string,
    operation: 'getUsage' | 'getUsageDetail',
    shape: (usage: Usage, sums: readonly CallSum[], query: Query) => object,
  ): Route {
    return {
      method: 'GET',
      path,
      async handle(visit) {
        const { usage, sums, query } = await report(visit, operation);
        return answerJson(visit, shape(usage, sums, query));
      },
    };
  }

  async function report(
    { request, url }: Visit,
    operation: 'getUsage' | 'getUsageDetail',
  ): Promise<{ usage: Usage; sums: readonly CallSum[]; query: Query }> {
    const asking = await context.authenticate(request, 'any');
    const query = readQuery(operation, url);
    const keyPrefix = await reportedKey(context, asking, query);
    const { from, before, told } = windowOf(query, context.clock.now());
    const sums = await context.store.sums({ keyPrefix, from, before });
    const asked = (query['key_prefix'] ?? null) as string | null;
    return { usage: { api_key_prefix: asked, ...told, ...totalOf(sums) }, sums, query };
  }
}

function detailOf(usage: Usage, sums: readonly CallSum[], query: Query): UsageDetail {
  const { group_by: groupBy, tz = 'UTC' } = query as { group_by?: string; tz?: string };
  const detail = { ...usage, models: byModel(sums) };
  if (groupBy === undefined) return detail;
  const fields = groupBy.split(',');
  const grouping = {
    byDay: fields.includes('day'),
    byModel: fields.includes('model'),
    timeZone: tz,
  };
  return { ...detail, groups: groupsOf(sums, grouping) };
}
