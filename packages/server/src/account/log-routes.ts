import type { RequestLog } from '@hermes4/core';
import type { Route, Visit } from '../call.ts';
import type { AccountContext } from './account-context.ts';
import { answerJson } from './answer-json.ts';
import { costOfCredits } from './cost-of-credits.ts';
import { createPace } from './pace.ts';
import { readQuery } from './read-query.ts';
import { reportedKey } from './reported-key.ts';
import type { BookedCall } from './store.ts';
import { tokensOf } from './sum-up.ts';
import { windowOf } from './window.ts';

interface LogParameters {
  readonly model?: readonly string[];
  readonly status?: readonly ('succeeded' | 'failed')[];
  readonly limit?: number;
  readonly offset?: number;
}

/** `/v2/logs`; any key may ask about itself, a management key about all. */
export function logRoutes(context: AccountContext): Route[] {
  const { store, clock, authenticate, namesOf } = context;
  const keepPace = createPace(clock);
  return [{ method: 'GET', path: '/v2/logs', handle: list }];

  async function list(visit: Visit): Promise<Response> {
    const asking = await authenticate(visit.request, 'any');
    keepPace(asking.prefix);
    const query = readQuery('listLogs', visit.url);
    const { from, before } = windowOf(query, clock.now());
    const { model, status, limit = 50, offset = 0 } = query as LogParameters;
    const { rows, total } = await store.calls({
      keyPrefix: await reportedKey(context, asking, query),
      from,
      before,
      models: model?.map(fullName),
      // Asking for both is asking for all.
      succeeded: new Set(status).size === 1 ? status?.[0] === 'succeeded' : undefined,
      limit,
      offset,
    });
    return answerJson(visit, {
      data: rows.map(show),
      pagination: { limit, offset, total, has_more: offset + rows.length < total },
    });
  }

  /** Names count letter for letter here, unlike in the catalog. */
  function fullName(name: string): string {
    const [id, ...aliases] = namesOf(name);
    return aliases.includes(name) ? id : name;
  }
}

function show(call: BookedCall): RequestLog {
  return {
    created: new Date(call.madeAt).toISOString(),
    status: call.succeeded ? 'succeeded' : 'failed',
    origin: 'api',
    model: call.model,
    cost: costOfCredits(call.credits),
    tokens: tokensOf(call.inputTokens, call.outputTokens),
    // One call of HTTP is one inference here.
    request_id: call.inferenceId,
    inference_id: call.inferenceId,
    client_request_id: call.clientRequestId,
  };
}
