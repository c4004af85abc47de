import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Hermes, LogQuery, UsageDetailQuery, UsageQuery } from '../src/index.ts';
import type { operations } from '../src/model/wire.generated.ts';
import { example, hostedAPI } from './hosted-api.ts';

const usage = () =>
  hostedAPI(({ operation }) => ({
    body: example(operation === 'getUsage' ? 'UsageAnswer' : 'GroupedUsageDetailAnswer'),
  }));

test('total() is one sum over a window', async () => {
  const { hermes, received } = usage();
  expect((await hermes.usage.total({ period: '24h' })).spend).toBe(13.704199);
  expect(received[0]).toMatchObject({ operation: 'getUsage', method: 'GET', body: undefined });
  expect(received[0]?.url.href).toBe('https://api.aimlapi.com/v2/usage?period=24h');
});

test('detail() is the sum by model and in groups', async () => {
  const { hermes, received } = usage();
  const detail = await hermes.usage.detail({
    start: new Date('2026-07-21T00:00:00Z'),
    end: '2026-07-22',
    key_prefix: 'b747e891',
    group_by: 'day,model',
    tz: 'Europe/Berlin',
  });
  expect(detail.groups?.[0]?.requests.charged).toBe(214);
  expect(Object.fromEntries(received[0]?.url.searchParams ?? [])).toEqual({
    start: '2026-07-21T00:00:00.000Z',
    end: '2026-07-22',
    key_prefix: 'b747e891',
    group_by: 'day,model',
    tz: 'Europe/Berlin',
  });
});

const day = { start: '2026-07-01T00:00:00Z', end: '2026-07-02T00:00:00Z' };

describe('a window', () => {
  test.each<[string, object]>([
    ['period', {}],
    ['period', { period: '7d', ...day }],
    ['period', { period: '7d', start: day.start }],
    ['period', { start: day.start }],
    ['period', { end: day.end }],
    ['period', { period: '7' }],
    ['period', { period: '0d' }],
    ['period', { period: '7w' }],
    ['period', { period: '1.5d' }],
    ['period', { period: '93d' }],
    ['period', { period: '2209h' }],
    ['start', { ...day, start: 'yesterday' }],
    ['start', { ...day, start: '2026-07-01 00:00' }],
    ['start', { ...day, start: 1_782_864_000_000 }],
    ['end', { start: day.end, end: day.start }],
    ['end', { start: '2026-01-01T00:00:00Z', end: '2026-04-03T00:00:01Z' }],
    ['key_prefix', { period: '7d', key_prefix: 'b747e891-the-whole-key' }],
  ])('is refused by the name of %s: %j', async (path, query) => {
    const { hermes, received } = usage();
    const calls = [
      hermes.usage.total(query as UsageQuery),
      hermes.usage.detail(query as UsageDetailQuery),
      hermes.logs.list(query as LogQuery),
    ];
    for (const call of calls) {
      const error: unknown = await Promise.resolve(call).catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 'invalid_request', path });
      expect(String(error)).not.toContain('the-whole-key');
    }
    expect(received).toHaveLength(0);
  });

  test.each<object>([
    { period: '92d' },
    { period: '2208h' },
    { start: day.start, end: day.start },
    { start: '2026-01-01T00:00:00Z', end: '2026-04-03T00:00:00Z' },
    // Without an offset both are UTC, wherever this runs and whatever its clocks do in spring.
    { start: '2026-01-01T00:00:00', end: '2026-04-03T00:00:00' },
    { start: '2026-01-01T00:00', end: '2026-04-03T02:00+02:00' },
  ])('is taken: %j', async (query) => {
    const { hermes, received } = usage();
    await hermes.usage.total(query as UsageQuery);
    expect(received).toHaveLength(1);
  });
});

test.each(['group_by', 'tz'])('total() has no place for %s', async (name) => {
  const { hermes, received } = usage();
  const query = { period: '7d', [name]: name === 'tz' ? 'UTC' : 'day' } as const;
  await expect(hermes.usage.total(query)).rejects.toMatchObject({
    code: 'invalid_request',
    path: name,
  });
  expect(received).toHaveLength(0);
});

test.each(['+05:00', 'utc', 'europe/berlin', 'Europe/berlin', 'Mars/Olympus', '', 'EUROPE/BERLIN'])(
  'the time zone %j is refused',
  async (tz) => {
    const { hermes, received } = usage();
    await expect(hermes.usage.detail({ period: '7d', group_by: 'day', tz })).rejects.toMatchObject({
      code: 'invalid_request',
      path: 'tz',
    });
    expect(received).toHaveLength(0);
  },
);

test.each(['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])(
  'the time zone %j is taken',
  async (tz) => {
    const { hermes, received } = usage();
    await hermes.usage.detail({ period: '7d', group_by: 'day', tz });
    expect(received[0]?.url.searchParams.get('tz')).toBe(tz);
  },
);

test('a group that does not exist is refused', async () => {
  const query = { period: '7d', group_by: 'hour' } as unknown as UsageDetailQuery;
  await expect(usage().hermes.usage.detail(query)).rejects.toMatchObject({ path: 'group_by' });
});

test('another key without a management key is told what it takes', async () => {
  const { hermes } = hostedAPI(() => ({ status: 403, body: { message: 'Forbidden' } }));
  await expect(hermes.usage.total({ period: '7d', key_prefix: '0c1d2e3f' })).rejects.toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('management key') as string,
  });
});

test('the types allow one window, and no group where there is none', () => {
  type Total = Parameters<Hermes['usage']['total']>[0];
  expectTypeOf<{ period: '7d' }>().toExtend<Total>();
  expectTypeOf<{ start: Date; end: string }>().toExtend<Total>();
  expectTypeOf<{ period: '7d'; start: string; end: string }>().not.toExtend<Total>();
  expectTypeOf<{ start: string }>().not.toExtend<Total>();
  expectTypeOf<{ period: '7w' }>().not.toExtend<Total>();
  expectTypeOf<object>().not.toExtend<Total>();
});

test('the types have the parameters of the API document, all of them and no other', () => {
  type Named<Name extends keyof operations> = operations[Name]['parameters'] extends {
    query?: infer Query;
  }
    ? keyof NonNullable<Query>
    : never;
  type Keys<Query> = Query extends unknown ? keyof Query : never;
  expectTypeOf<Keys<UsageQuery>>().toEqualTypeOf<Named<'getUsage'>>();
  expectTypeOf<Keys<UsageDetailQuery>>().toEqualTypeOf<Named<'getUsageDetail'>>();
  expectTypeOf<Keys<LogQuery>>().toEqualTypeOf<Named<'listLogs'>>();
});
