import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RequestLog } from '../src/index.ts';
import { example, type HostedAnswer, hostedAPI, type Received } from './hosted-api.ts';

const [template] = (example('LogsAnswer') as { data: [RequestLog] }).data;

/** A host with so many rows, that sends at most so many of them at once. */
function rows(total: number, most = 100): (request: Received) => HostedAnswer {
  return ({ url }) => {
    const limit = Math.min(most, Number(url.searchParams.get('limit') ?? 50));
    const offset = Number(url.searchParams.get('offset') ?? 0);
    const data = Array.from(
      { length: Math.max(0, Math.min(limit, total - offset)) },
      (_, index) => ({
        ...template,
        inference_id: String(offset + index),
      }),
    );
    const has_more = offset + data.length < total;
    return { body: { data, pagination: { limit, offset, total, has_more } } };
  };
}

test('a page has the rows, where it is, and the way on', async () => {
  const { hermes, received } = hostedAPI(() => ({ body: example('LogsAnswer') }));
  const page = await hermes.logs.list({ period: '24h' });
  expect(page.data[0]?.client_request_id).toBe('order-4711:attempt-1');
  expect(page.pagination.total).toBe(2);
  expect(page.hasNextPage()).toBe(false);
  expect(received[0]).toMatchObject({ operation: 'listLogs', method: 'GET', body: undefined });
  expect(received[0]?.url.href).toBe('https://api.aimlapi.com/v2/logs?period=24h');
});

test('several values repeat their parameter and are never joined', async () => {
  const { hermes, received } = hostedAPI(rows(0));
  await hermes.logs.list({
    period: '7d',
    model: ['openai/gpt-5', 'nousresearch/hermes-4-405b'],
    status: ['succeeded', 'failed'],
  });
  expect(received[0]?.url.search).toBe(
    '?period=7d&model=openai%2Fgpt-5&model=nousresearch%2Fhermes-4-405b&status=succeeded&status=failed',
  );
});

test.each<[string, object]>([
  ['status[0]', { status: 'succeeded,failed' }],
  ['status[1]', { status: ['succeeded', 'open'] }],
  ['model', { model: 'openai/gpt-5,google/veo-3' }],
  ['model', { model: [''] }],
  ['model', { model: Array.from({ length: 51 }, (_, index) => `model-${index}`) }],
  ['limit', { limit: 101 }],
  ['offset', { offset: -1 }],
  ['cursor', { cursor: 'abc' }],
])('a wrong %s is refused by its name: %j', async (path, query) => {
  const { hermes, received } = hostedAPI(rows(0));
  await expect(hermes.logs.list({ period: '7d', ...query })).rejects.toMatchObject({
    code: 'invalid_request',
    path,
  });
  expect(received).toHaveLength(0);
});

test('all rows come once and in order, whatever the size of a page and wherever it begins', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(30),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(35),
      async (total, limit, most, offset) => {
        const { hermes } = hostedAPI(rows(total, most));
        const seen: string[] = [];
        const list = hermes.logs.list({ period: '7d', limit, offset });
        for await (const { inference_id } of list) seen.push(inference_id);
        const rest = Math.max(0, total - offset);
        expect(seen).toEqual(Array.from({ length: rest }, (_, index) => String(offset + index)));
      },
    ),
  );
});

test('a host that promises more and sends nothing is an error, not an end and not an endless loop', async () => {
  const pagination = { limit: 50, offset: 0, total: 9, has_more: true };
  const { hermes, received } = hostedAPI(() => ({ body: { data: [], pagination } }));
  const read = async () => {
    for await (const row of hermes.logs.list({ period: '7d' })) expect(row).toBeUndefined();
  };
  await expect(read()).rejects.toMatchObject({ code: 'unexpected_response' });
  expect(received).toHaveLength(1);
});

test('a refusal on a later page comes after the rows of the earlier ones', async () => {
  const answer = rows(4);
  const { hermes } = hostedAPI((request) =>
    request.url.searchParams.has('offset')
      ? { status: 429, body: example('RateLimitedError') }
      : answer(request),
  );
  const seen: string[] = [];
  const read = async () => {
    const list = hermes.logs.list({ period: '7d', limit: 2 });
    for await (const { inference_id } of list) seen.push(inference_id);
  };
  await expect(read()).rejects.toMatchObject({
    code: 'rate_limited',
    message: expect.stringContaining('200 requests in 60 seconds') as string,
  });
  expect(seen).toEqual(['0', '1']);
});

test("a prefix that is not the account's is told from a wrong address", async () => {
  const { hermes } = hostedAPI(() => ({ status: 404, body: { message: 'Not found' } }));
  await expect(hermes.logs.list({ period: '7d', key_prefix: '0c1d2e3f' })).rejects.toMatchObject({
    status: 404,
    message: expect.stringContaining('No key of the account') as string,
  });
});
