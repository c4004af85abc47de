import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isHermesError, type Transaction, type TransactionQuery } from '../src/index.ts';
import { example, type HostedAnswer, hostedAPI, type Received } from './hosted-api.ts';

test('balance() and detail() never send the body that their published schema asks for', async () => {
  const { hermes, received } = hostedAPI(({ operation }) => ({
    body: example(operation === 'getBalance' ? 'BalanceAnswer' : 'BillingDetailAnswer'),
  }));
  expect(await hermes.billing.balance()).toEqual({ current_balance: 123.45, currency: 'USD' });
  expect((await hermes.billing.detail()).autotopup_settings.threshold).toBe(50);
  expect(received).toMatchObject([
    { operation: 'getBalance', method: 'GET', body: undefined },
    { operation: 'getBillingDetail', method: 'GET', body: undefined },
  ]);
});

test('an email is readable by its name and absent from what is printed', async () => {
  const { hermes } = hostedAPI(() => ({ body: example('BillingDetailAnswer') }));
  const detail = await hermes.billing.detail();
  expect(detail.email).toBe('user@example.com');
  expect(JSON.stringify(detail) + inspect(detail)).not.toContain('user@example.com');
});

test('an account that does not top itself up may leave the settings empty', async () => {
  const body = { ...example('BillingDetailAnswer'), autotopup_settings: {} };
  const { hermes } = hostedAPI(() => ({ body }));
  expect((await hermes.billing.detail()).autotopup_settings.is_enabled).toBeUndefined();
});

/** A ledger in pages, whose cursors are as awkward as base64 allows. */
function ledger(sizes: readonly number[]): (request: Received) => HostedAnswer {
  const [template] = (example('TransactionsAnswer') as { data: [Transaction] }).data;
  let next = 0;
  const pages = sizes.map((size) =>
    Array.from({ length: size }, () => ({ ...template, reference_id: String(next++) })),
  );
  const cursorOf = (index: number): string => `${btoa(`page ${index}?>`)}+/=&%2B`;
  return ({ url }) => {
    const cursor = url.searchParams.get('cursor');
    const index = cursor === null ? 0 : pages.findIndex((_, each) => cursorOf(each) === cursor);
    const page = pages[index];
    if (!page) return { status: 400, body: { message: 'Unknown cursor' } };
    const has_more = index + 1 < pages.length;
    const next_cursor = has_more ? cursorOf(index + 1) : null;
    return { body: { data: page, pagination: { next_cursor, has_more } } };
  };
}

describe('transactions', () => {
  test('come page by page, as the OpenAI SDK has it', async () => {
    const { hermes, received } = hostedAPI(ledger([2, 1]));
    const first = await hermes.billing.transactions({ direction: 'CHARGE', limit: 2 });
    expect(first.data).toHaveLength(2);
    expect(first.hasNextPage()).toBe(true);
    const second = await first.getNextPage();
    expect(second.data).toHaveLength(1);
    expect(second.hasNextPage()).toBe(false);
    await expect(second.getNextPage()).rejects.toMatchObject({ code: 'invalid_request' });
    expect(received).toHaveLength(2);
    expect(received[1]?.url.searchParams.get('cursor')).toBe(first.pagination.next_cursor);
    expect(received[1]?.url.searchParams.get('limit')).toBe('2');
    expect(received[1]?.url.searchParams.get('direction')).toBe('CHARGE');
    expect(JSON.parse(JSON.stringify(second))).toEqual({
      data: second.data,
      pagination: second.pagination,
    });
  });

  test('all come once and in order, whatever the sizes of the pages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }), async (sizes) => {
        const { hermes, received } = hostedAPI(ledger(sizes));
        const seen: unknown[] = [];
        for await (const { reference_id } of hermes.billing.transactions()) seen.push(reference_id);
        const count = sizes.reduce((sum, size) => sum + size, 0);
        expect(seen).toEqual(Array.from({ length: count }, (_, index) => String(index)));
        expect(received).toHaveLength(sizes.length);
      }),
    );
  });

  test('go on from any page', async () => {
    const { hermes } = hostedAPI(ledger([1, 1, 1]));
    const second = await (await hermes.billing.transactions()).getNextPage();
    const seen: unknown[] = [];
    for await (const { reference_id } of second) seen.push(reference_id);
    expect(seen).toEqual(['1', '2']);
  });

  test('are asked for no further than they are read', async () => {
    const { hermes, received } = hostedAPI(ledger([2, 2]));
    for await (const { reference_id } of hermes.billing.transactions()) {
      if (reference_id === '1') break;
    }
    expect(received).toHaveLength(1);
  });

  test('end with the reason of an abort, also between two of one page', async () => {
    const { hermes, received } = hostedAPI(ledger([2, 2]));
    const controller = new AbortController();
    const seen: unknown[] = [];
    const read = async () => {
      for await (const each of hermes.billing.transactions({}, { signal: controller.signal })) {
        seen.push(each.reference_id);
        controller.abort('enough');
      }
    };
    await expect(read()).rejects.toBe('enough');
    expect(seen).toEqual(['0']);
    expect(received).toHaveLength(1);
  });

  test('that were aborted between pages are asked for no more', async () => {
    const { hermes, received } = hostedAPI(ledger([1, 1]));
    const controller = new AbortController();
    const page = await hermes.billing.transactions({}, { signal: controller.signal });
    controller.abort('enough');
    await expect(page.getNextPage()).rejects.toBe('enough');
    expect(received).toHaveLength(1);
  });

  test.each([
    ['no cursor', null],
    ['the same cursor again', 'same'],
  ])(
    'whose next page has %s are an error after the last item, not an end',
    async (_, next_cursor) => {
      const pagination = { next_cursor, has_more: true };
      const { hermes } = hostedAPI(() => ({
        body: { ...example('TransactionsAnswer'), pagination },
      }));
      const seen: Transaction[] = [];
      const read = async () => {
        for await (const each of hermes.billing.transactions({ cursor: 'same' })) seen.push(each);
      };
      await expect(read()).rejects.toMatchObject({ code: 'unexpected_response' });
      expect(seen).toHaveLength(1);
    },
  );

  test('take a Date, or a moment with its offset', async () => {
    const { hermes, received } = hostedAPI(ledger([0]));
    await hermes.billing.transactions({
      from: new Date(0),
      to: '2026-08-18T00:00:00+02:00',
    });
    expect(received[0]?.url.searchParams.get('from')).toBe('1970-01-01T00:00:00.000Z');
    expect(received[0]?.url.searchParams.get('to')).toBe('2026-08-18T00:00:00+02:00');
  });

  test.each<[string, object]>([
    ['from', { from: '2026-08-01T00:00:00' }],
    ['from', { from: '2026-08-01' }],
    ['to', { to: '2026-13-01T00:00:00Z' }],
    ['to', { to: new Date(NaN) }],
    ['to', { from: '2026-08-01T00:00:00Z', to: '2026-08-01T02:00:00+02:00' }],
    ['direction', { direction: 'charge' }],
    ['type', { type: 'USAGE' }],
    ['limit', { limit: 0 }],
    ['limit', { limit: 101 }],
    ['limit', { limit: 1.5 }],
    ['offset', { offset: 50 }],
  ])('refuse a wrong %s by its name: %j', async (path, query) => {
    const { hermes, received } = hostedAPI(ledger([0]));
    await expect(hermes.billing.transactions(query as TransactionQuery)).rejects.toMatchObject({
      code: 'invalid_request',
      path,
      message: expect.stringContaining(path) as string,
    });
    expect(received).toHaveLength(0);
  });

  test('tell a management key that it takes a regular one', async () => {
    const { hermes } = hostedAPI(() => ({ status: 403, body: { message: 'Forbidden' } }));
    await expect(hermes.billing.transactions()).rejects.toMatchObject({
      code: 'forbidden',
      status: 403,
      message: expect.stringContaining('needs a regular key') as string,
    });
  });
});

test('an error keeps what the host says of itself', async () => {
  const { hermes } = hostedAPI(() => ({
    status: 403,
    body: example('OutOfCreditsError'),
    headers: { 'x-inference-id': 'inf-1' },
  }));
  const error: unknown = await hermes.billing.transactions().then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(isHermesError(error)).toBe(true);
  expect(error).toMatchObject({ code: 'out_of_credits', requestId: 'inf-1' });
});
