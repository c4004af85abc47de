import type { Transaction } from '@hermes4/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CREDITS, MANAGEMENT_KEY, MODEL, NOW, openAccount } from '../../test/accounts.ts';
import { problems } from '../../test/api-document.ts';

const DAY = 86_400_000;

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

describe('the balance', () => {
  it('is what came in less what went out', async () => {
    const { hermes, call, topUp } = await openAccount({ start: { balance: 2 } });
    await call();
    await topUp(0.5);
    const balance = await hermes.billing.balance();
    expect(problems('Balance', balance)).toEqual([]);
    expect(balance).toEqual({ current_balance: 2.5 - CREDITS / 2_000_000, currency: 'USD' });
    const detail = await hermes.billing.detail();
    expect(problems('BillingDetail', { ...detail, email: detail.email })).toEqual([]);
    expect(detail.current_balance).toBe(balance.current_balance);
  });

  it('is ten dollars at first', async () => {
    const { hermes } = await openAccount();
    expect((await hermes.billing.balance()).current_balance).toBe(10);
  });

  it('is told in credits at the legacy endpoint', async () => {
    const { get, call } = await openAccount({ start: { balance: 0.005 } });
    expect(await bodyOf(await get('/v1/billing/balance'))).toEqual({
      balance: 10_000,
      lowBalance: false,
      lowBalanceThreshold: 10_000,
      lastUpdated: NOW,
      autoDebitStatus: 'disabled',
      status: 'current',
      statusExplanation: 'Balance is current and up to date',
    });
    await call();
    expect(await bodyOf(await get('/v1/billing/balance'))).toMatchObject({
      balance: 10_000 - CREDITS,
      lowBalance: true,
    });
  });

  it('takes no money that it could not count', async () => {
    const { topUp } = await openAccount();
    for (const usd of [0, -1, Number.NaN, Infinity, 1e-9]) {
      await expect(topUp(usd)).rejects.toMatchObject({ code: 'invalid_options', path: 'usd' });
    }
  });

  it.each(['', '/detail', '/transactions'])('%s is for regular keys', async (path) => {
    const { get } = await openAccount();
    expect((await get(`/v2/billing${path}`, MANAGEMENT_KEY)).status).toBe(403);
    expect((await get(`/v2/billing${path}`, null)).status).toBe(401);
  });
});

describe('the ledger', () => {
  it('has an entry for each movement, newest first, which names the inference it paid for', async () => {
    const { get, call, clock } = await openAccount();
    await clock.pass(1_000);
    await call({ id: 'inference-1', model: 'hermes-4-405b' });
    await call({ id: 'inference-2', end: 'failed' });
    await call({ id: 'inference-3', usage: undefined });
    const body = await bodyOf(await get('/v2/billing/transactions'));
    expect(problems('TransactionList', body)).toEqual([]);
    expect(body).toEqual({
      data: [
        {
          created_at: '2026-08-19T15:30:01.000Z',
          direction: 'CHARGE',
          type: 'MODEL_USAGE',
          amount: { usd: CREDITS / 2_000_000, credits: CREDITS },
          model: MODEL,
          reference_id: 'inference-1',
        },
        {
          created_at: NOW,
          direction: 'TOPUP',
          type: 'INIT',
          amount: { usd: 10, credits: 20_000_000 },
          model: null,
          reference_id: null,
        },
      ],
      pagination: { next_cursor: null, has_more: false },
    });
  });

  it('begins empty on an account without money', async () => {
    const { hermes } = await openAccount({ start: { balance: 0 } });
    expect((await hermes.billing.transactions()).data).toEqual([]);
  });

  it.each([
    ['direction=TOPUP', 2],
    ['direction=CHARGE', 3],
    ['type=PAYMENT', 1],
    ['type=REFUND', 0],
    ['from=2026-08-20T15:30:00Z', 3],
    ['from=2026-08-20T17:30:00.001%2B02:00', 0],
    ['to=2026-08-20T15:30:00Z', 2],
    ['from=2026-08-19T00:00:00Z&to=2026-08-20T00:00:00Z&type=INIT', 1],
  ])('can be asked for %s', async (query, count) => {
    const { get, call, clock, topUp } = await openAccount();
    await topUp(1);
    await clock.pass(DAY);
    for (let index = 0; index < 3; index++) await call();
    const { data } = await bodyOf(await get(`/v2/billing/transactions?${query}`));
    expect(data).toHaveLength(count);
  });

  it('is paged by a cursor, so that nothing is seen twice or missed while it grows', async () => {
    const { hermes, call } = await openAccount();
    for (let index = 0; index < 7; index++) await call({ id: `inference-${index}` });
    const seen: Transaction[] = [];
    for await (const entry of hermes.billing.transactions({ limit: 3 })) {
      seen.push(entry);
      await call({ id: 'newer' });
    }
    expect(seen.map(({ reference_id }) => reference_id)).toEqual([
      ...[6, 5, 4, 3, 2, 1, 0].map((index) => `inference-${index}`),
      null,
    ]);
  });

  it('has fifty entries on a page, and says when there are no more', async () => {
    const { hermes, call } = await openAccount({ start: { balance: 0 } });
    for (let index = 0; index < 50; index++) await call();
    const full = await hermes.billing.transactions();
    expect([full.data.length, full.pagination]).toEqual([
      50,
      { next_cursor: null, has_more: false },
    ]);
    await call();
    const page = await hermes.billing.transactions();
    expect([page.data.length, page.hasNextPage()]).toEqual([50, true]);
    expect((await page.getNextPage()).data).toHaveLength(1);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=ten',
    'limit=',
    'limit=1&limit=2',
    'direction=UP',
    'type=GIFT',
    'from=2026-08-01',
    'from=2026-08-01T00:00:00',
    'from=2026-08-02T00:00:00Z&to=2026-08-01T00:00:00Z',
    'from=2026-08-01T00:00:00Z&to=2026-08-01T00:00:00Z',
    'offset=1',
    '__proto__=1',
    'cursor=',
    'cursor=nonsense',
    'cursor=bnVsbA',
    'cursor=e30',
  ])('refuses %s', async (query) => {
    const { get } = await openAccount();
    const response = await get(`/v2/billing/transactions?${query}`);
    expect(response.status).toBe(400);
    const body = (await response.json()) as { message: string };
    expect(problems('ErrorBodyHosted', body)).toEqual([]);
    expect(body.message).toMatch(/^Query validation error! /);
  });

  it('takes a cursor in the exact form in which it was issued only', async () => {
    const { get, call } = await openAccount();
    await call();
    const page = await bodyOf(await get('/v2/billing/transactions?limit=1'));
    const { next_cursor: cursor } = page['pagination'] as { next_cursor: string };
    expect((await get(`/v2/billing/transactions?cursor=${cursor}`)).status).toBe(200);
    const json = atob(cursor);
    for (const other of [`${cursor}=`, btoa(` ${json}`), btoa(json.replace('}', ',"x":1}'))]) {
      const query = new URLSearchParams({ cursor: other }).toString();
      expect((await get(`/v2/billing/transactions?${query}`)).status, other).toBe(400);
    }
  });

  it('adds up to the balance, whatever happens', async () => {
    const tokens = fc.oneof(
      fc.nat(100_000),
      fc.constantFrom(Number.NaN, -5, 1.5, null as unknown as number),
    );
    const step = fc.oneof(
      fc.record({ usd: fc.double({ min: 0.000_001, max: 1_000, noNaN: true }) }),
      fc.record({
        end: fc.constantFrom('complete' as const, 'refused', 'failed', 'left'),
        usage: fc.option(
          fc.record({ prompt_tokens: tokens, completion_tokens: tokens, total_tokens: tokens }),
          { nil: undefined },
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(5), fc.array(step, { maxLength: 20 }), async (balance, steps) => {
        const { get, call, topUp, hermes } = await openAccount({ start: { balance } });
        for (const each of steps) await ('usd' in each ? topUp(each.usd) : call(each));
        let credits = 0;
        for await (const { direction, amount } of hermes.billing.transactions({ limit: 4 })) {
          expect(amount.credits).toBeGreaterThan(0);
          credits += direction === 'TOPUP' ? amount.credits : -amount.credits;
        }
        expect(await bodyOf(await get('/v1/billing/balance'))).toMatchObject({ balance: credits });
      }),
      { numRuns: 50 },
    );
  });
});
