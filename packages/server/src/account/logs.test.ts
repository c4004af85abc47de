import { describe, expect, it } from 'vitest';
import { CREDITS, KEY, MANAGEMENT_KEY, MODEL, NOW, openAccount } from '../../test/accounts.ts';
import { problems } from '../../test/api-document.ts';

describe('the log', () => {
  it('has a row for each request, newest first, failed ones at no cost', async () => {
    const { get, call, clock } = await openAccount();
    await call({ id: 'inference-1', clientRequestId: 'order-4711' });
    await clock.pass(1_000);
    await call({ id: 'inference-2', end: 'refused', status: 429, usage: undefined });
    const body: unknown = await (await get('/v2/logs?period=1h')).json();
    expect(problems('RequestLogList', body)).toEqual([]);
    expect(body).toEqual({
      data: [
        {
          created: '2026-08-19T15:30:01.000Z',
          status: 'failed',
          origin: 'api',
          model: MODEL,
          cost: { usd: 0, credits: 0 },
          tokens: { input: 0, output: 0, total: 0 },
          request_id: 'inference-2',
          inference_id: 'inference-2',
          client_request_id: null,
        },
        {
          created: NOW,
          status: 'succeeded',
          origin: 'api',
          model: MODEL,
          cost: { usd: CREDITS / 2_000_000, credits: CREDITS },
          tokens: { input: 25, output: 38, total: 63 },
          request_id: 'inference-1',
          inference_id: 'inference-1',
          client_request_id: 'order-4711',
        },
      ],
      pagination: { limit: 50, offset: 0, total: 2, has_more: false },
    });
  });

  it('has what was written to who left, and takes money for it', async () => {
    const { hermes, call } = await openAccount();
    await call({ end: 'left', status: 499 });
    await call({ end: 'left', status: 499, usage: undefined });
    const { data } = await hermes.logs.list({ period: '1h' });
    expect(data.map(({ status, cost }) => [status, cost.credits])).toEqual([
      ['failed', 0],
      ['succeeded', CREDITS],
    ]);
  });

  it('knows nothing of who has no key, and of requests that came to no model', async () => {
    const { hermes, call } = await openAccount();
    await call({ caller: { id: 'anonymous' } });
    await call({ model: undefined, end: 'refused' });
    expect((await hermes.logs.list({ period: '1h' })).data).toEqual([]);
    expect((await hermes.billing.balance()).current_balance).toBe(10);
  });

  it('cuts a name short that no model can have', async () => {
    const { hermes, call } = await openAccount();
    await call({ model: 'x'.repeat(1_000_000), end: 'refused' });
    const { data } = await hermes.logs.list({ period: '1h' });
    expect(data[0]?.model).toHaveLength(200);
  });

  it('is paged by an offset', async () => {
    const { hermes, call, clock } = await openAccount();
    for (let index = 0; index < 7; index++) {
      await clock.pass(1);
      await call({ id: String(index) });
    }
    const ids: string[] = [];
    for await (const row of hermes.logs.list({ period: '1h', limit: 3 }))
      ids.push(row.inference_id);
    expect(ids).toEqual(['6', '5', '4', '3', '2', '1', '0']);
    const { data, pagination } = await hermes.logs.list({ period: '1h', limit: 3, offset: 6 });
    expect(data).toHaveLength(1);
    expect(pagination).toEqual({ limit: 3, offset: 6, total: 7, has_more: false });
    expect((await hermes.logs.list({ period: '1h', offset: 100 })).data).toEqual([]);
  });

  it.each([
    ['', 4],
    ['&status=failed', 1],
    ['&status=succeeded', 3],
    ['&status=succeeded&status=failed', 4],
    ['&status=failed&status=failed', 1],
    [`&model=${MODEL}`, 3],
    ['&model=hermes-4-405b', 3],
    ['&model=Hermes-4-405b', 0],
    [`&model=${MODEL}&model=other`, 4],
    [`&model=${MODEL},other`, 0],
    ['&model=other&status=failed', 0],
  ])('can be asked for%s', async (query, total) => {
    const { get, call } = await openAccount();
    await call();
    await call({ model: 'hermes-4-405b' });
    await call({ end: 'failed' });
    await call({ model: 'other' });
    const response = await get(`/v2/logs?period=1h${query}`);
    expect(await response.json()).toMatchObject({ pagination: { total } });
  });

  it.each(['status=succeeded,failed', 'status=', 'offset=-1', 'limit=101', 'model=x&'.repeat(51)])(
    'refuses %s',
    async (query) => {
      const { get } = await openAccount();
      expect((await get(`/v2/logs?period=1h&${query}`)).status).toBe(400);
    },
  );

  it('is there 200 times in 60 seconds, for each key', async () => {
    const { get, clock } = await openAccount();
    const ask = (key?: string): Promise<Response> => get('/v2/logs?period=1h', key);
    for (let count = 0; count < 200; count++) {
      expect((await ask()).status).toBe(200);
      if (count === 0) await clock.pass(20_000);
    }
    await clock.pass(39_999);
    const refused = await ask(KEY);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(problems('ErrorBodyHosted', await refused.json())).toEqual([]);
    expect((await ask(MANAGEMENT_KEY)).status).toBe(200);
    await clock.pass(1);
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
  });
});
