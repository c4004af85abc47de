import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CREDITS,
  KEY,
  MANAGEMENT_KEY,
  MODEL,
  NOW,
  openAccount,
  PREFIX,
} from '../../test/accounts.ts';
import { problems } from '../../test/api-document.ts';

const HOUR = 3_600_000;
const USD = CREDITS / 2_000_000;

/** Calls to two models on two days of Berlin which are one day of UTC. */
async function openBusyAccount(): ReturnType<typeof openAccount> {
  const account = await openAccount({
    prices: { [MODEL]: { prompt: 1.05, completion: 3.15 }, other: { prompt: 1, completion: 100 } },
  });
  const evening = Date.parse('2026-08-18T21:59:59.999Z');
  await account.call({ startedAt: evening });
  await account.call({ startedAt: evening, end: 'failed' });
  await account.call({ startedAt: evening + 1 });
  await account.call({ startedAt: evening + 1, model: 'other' });
  await account.call({ startedAt: evening + 1, usage: undefined });
  return account;
}

describe('what a key spent', () => {
  it('is one sum over a window', async () => {
    const { hermes, call, clock } = await openAccount();
    await call({ startedAt: clock.now() - 24 * HOUR - 1 });
    await call({ startedAt: clock.now() - 24 * HOUR });
    await call();
    await call({ end: 'failed' });
    const usage = await hermes.usage.total({ period: '24h' });
    expect(problems('Usage', usage)).toEqual([]);
    expect(usage).toEqual({
      api_key_prefix: null,
      start: '2026-08-18T15:30:00.000Z',
      end: NOW,
      spend: 2 * USD,
      currency: 'USD',
      requests: 2,
    });
  });

  it('is counted from the start until before the end, in UTC where nothing else is said', async () => {
    const { hermes, call } = await openAccount();
    for (const startedAt of [
      '2026-08-17T22:00:00Z',
      '2026-08-18T21:59:59.999Z',
      '2026-08-18T22:00:00Z',
    ])
      await call({ startedAt: Date.parse(startedAt) });
    const berlin = await hermes.usage.total({
      start: '2026-08-18T00:00:00+02:00',
      end: '2026-08-19T00:00:00+02:00',
    });
    expect(berlin).toMatchObject({ start: '2026-08-17T22:00:00.000Z', requests: 2 });
    const utc = await hermes.usage.total({ start: '2026-08-18', end: '2026-08-19T00:00' });
    expect(utc).toMatchObject({ start: '2026-08-18T00:00:00.000Z', requests: 2 });
  });

  it('is told by model, the most expensive first, without those that cost nothing', async () => {
    const { hermes, call } = await openBusyAccount();
    await call({ model: 'free' });
    const detail = await hermes.usage.detail({ period: '7d' });
    expect(problems('UsageDetail', detail)).toEqual([]);
    expect(detail).not.toHaveProperty('groups');
    expect(detail.models.map(({ model, requests }) => [model, requests])).toEqual([
      ['other', 1],
      [MODEL, 2],
    ]);
  });

  it('is told by day, where days begin as the time zone has it', async () => {
    const { hermes } = await openBusyAccount();
    const utc = await hermes.usage.detail({ period: '7d', group_by: 'day' });
    expect(problems('UsageDetail', utc)).toEqual([]);
    expect(utc.groups).toMatchObject([
      { day: '2026-08-18', requests: { total: 5, charged: 3, succeeded: 4, failed: 1 } },
    ]);
    const berlin = await hermes.usage.detail({
      period: '7d',
      group_by: 'day',
      tz: 'Europe/Berlin',
    });
    expect(berlin.groups).toEqual([
      {
        day: '2026-08-18',
        spend: USD,
        tokens: { input: 25, output: 38, total: 63 },
        requests: { total: 2, charged: 1, succeeded: 1, failed: 1 },
      },
      {
        day: '2026-08-19',
        spend: expect.closeTo(USD + 0.003825, 9) as number,
        tokens: { input: 50, output: 76, total: 126 },
        requests: { total: 3, charged: 2, succeeded: 3, failed: 0 },
      },
    ]);
    expect(berlin.start, 'the ends stay in UTC').toBe(utc.start);
  });

  it('is told by day and model', async () => {
    const { hermes } = await openBusyAccount();
    const { groups } = await hermes.usage.detail({
      period: '7d',
      group_by: 'day,model',
      tz: 'Europe/Berlin',
    });
    expect(groups?.map(({ day, model }) => [day, model])).toEqual([
      ['2026-08-18', MODEL],
      ['2026-08-19', 'other'],
      ['2026-08-19', MODEL],
    ]);
  });

  it.each(['day', 'model', 'day,model'] as const)('by %s adds up to the whole', async (groupBy) => {
    const call = fc.record({
      ago: fc.nat(4 * 24 * 60),
      model: fc.constantFrom(MODEL, 'hermes-4-405b', 'other'),
      end: fc.constantFrom('complete' as const, 'failed', 'left'),
      tokens: fc.nat(5_000),
    });
    const tz = fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati');
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 30 }), tz, async (calls, zone) => {
        const account = await openAccount();
        for (const { ago, tokens, ...record } of calls) {
          const startedAt = account.clock.now() - ago * 60_000;
          const usage = { prompt_tokens: tokens, completion_tokens: 1, total_tokens: tokens + 1 };
          await account.call({ ...record, startedAt, usage });
        }
        const { hermes } = account;
        const query = { period: '3d', group_by: groupBy, tz: zone } as const;
        const whole = await hermes.usage.total({ period: '3d' });
        const { models, groups = [], ...total } = await hermes.usage.detail(query);
        const logs = await hermes.logs.list({ period: '3d' });
        const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
        expect(total).toEqual(whole);
        for (const parts of [models, groups])
          expect(sum(parts.map(({ spend }) => spend))).toBeCloseTo(whole.spend, 9);
        expect(sum(models.map(({ requests }) => requests))).toBe(whole.requests);
        expect(sum(groups.map(({ requests }) => requests.charged))).toBe(whole.requests);
        expect(sum(groups.map(({ requests }) => requests.total))).toBe(logs.pagination.total);
        expect(new Set(groups.map(({ day, model }) => `${day} ${model}`)).size).toBe(groups.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('whose figures a key may see', () => {
  it('are its own, by its prefix or without', async () => {
    const { hermes, call } = await openAccount();
    await call();
    const named = await hermes.usage.total({ period: '24h', key_prefix: PREFIX });
    expect(named).toMatchObject({ api_key_prefix: PREFIX, requests: 1 });
  });

  it('are all of the account for a management key', async () => {
    const { manager, call } = await openAccount();
    await call();
    expect(await manager.usage.total({ period: '24h' })).toMatchObject({ requests: 0 });
    const query = { period: '24h', key_prefix: PREFIX } as const;
    expect(await manager.usage.total(query)).toMatchObject({ requests: 1 });
    expect((await manager.logs.list(query)).data).toHaveLength(1);
  });

  it.each(['/v2/usage', '/v2/usage/detail', '/v2/logs'])('are not others, at %s', async (path) => {
    const { get, manager } = await openAccount();
    const { prefix } = await manager.keys.create();
    const query = `${path}?period=24h&key_prefix=`;
    expect((await get(`${query}${prefix}`, KEY)).status).toBe(403);
    expect((await get(`${query}${prefix}`, MANAGEMENT_KEY)).status).toBe(200);
    expect((await get(`${query}zzzzzzzz`, MANAGEMENT_KEY)).status).toBe(404);
    expect((await get(`${path}?period=24h`, null)).status).toBe(401);
  });
});

describe('a window', () => {
  it.each(['/v2/usage', '/v2/usage/detail', '/v2/logs'])(
    'is needed at %s, and only one',
    async (path) => {
      const { get } = await openAccount();
      for (const query of [
        '',
        'start=2026-08-01',
        'end=2026-08-01',
        'period=24h&start=2026-08-01&end=2026-08-02',
        'period=24',
        'period=0h',
        'period=93d',
        'start=2026-08-02&end=2026-08-01',
        'start=2026-05-01&end=2026-08-02',
        'start=yesterday&end=2026-08-02',
        'period=24h&period=7d',
        'period=24h&key_prefix=short',
        'period=24h&unknown=1',
      ]) {
        expect((await get(`${path}?${query}`)).status, query).toBe(400);
      }
    },
  );

  it('is not divided at /v2/usage, nor into days that nobody has', async () => {
    const { get } = await openAccount();
    for (const query of ['group_by=day', 'tz=UTC'])
      expect((await get(`/v2/usage?period=24h&${query}`)).status, query).toBe(400);
    for (const query of ['group_by=week', 'tz=utc', 'tz=%2B05:00', 'tz=Mars/Olympus'])
      expect((await get(`/v2/usage/detail?period=24h&${query}`)).status, query).toBe(400);
  });
});
