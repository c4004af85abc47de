import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { limitStores } from '../../test/limit-stores.ts';
import { manualClock } from '../../test/manual-clock.ts';
import type { Caller } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import type { LimitStore } from './limit-store.ts';
import { createLimiter, type Lease, type Limiter } from './limiter.ts';
import { type Limits, type Period } from './limits.ts';
import { createMemoryLimitStore } from './memory-limit-store.ts';

const ANA: Caller = { id: 'ana' };
const NOTHING = { tokens: 0, usd: 0 };

function usage(total_tokens: number) {
  return { prompt_tokens: 0, completion_tokens: total_tokens, total_tokens };
}

/** Begins a call and says how: the lease, or the refusal. */
function caller(limiter: Limiter) {
  return async (who: Caller = ANA, expected = NOTHING): Promise<Lease | Refusal> => {
    try {
      return await limiter.begin(who, expected);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  };
}

async function lease(call: Promise<Lease | Refusal>): Promise<Lease> {
  const result = await call;
  if (result instanceof Refusal) throw result;
  return result;
}

async function refusal(call: Promise<Lease | Refusal>): Promise<Refusal> {
  const result = await call;
  if (result instanceof Refusal) return result;
  throw new Error('The call was let in.');
}

describe.each(limitStores)('limits that are counted $where', ({ isHere, begin, open, runs }) => {
  beforeAll(isHere ? begin : () => undefined);

  async function setUp(limits: Limits, start: Date | number = 0) {
    const clock = manualClock(start);
    const limiter = createLimiter({ limits, clock, store: await open(clock) });
    return { clock, limiter, call: caller(limiter) };
  }

  describe.runIf(isHere)('calls a minute', () => {
    it('are refused past the limit, with the time until the next', async () => {
      const { clock, call } = await setUp({ requestsPerMinute: 2 });
      await lease(call());
      await lease(call());
      const { status, message, headers } = await refusal(call());
      expect([status, message]).toEqual([
        429,
        'Too Many Requests. At most 2 requests a minute. Try again in 30 s.',
      ]);
      expect(headers).toEqual({
        'retry-after': '30',
        'x-ratelimit-limit-requests': '2',
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-requests': '60s',
      });
      clock.pass(29_999);
      await refusal(call());
      clock.pass(1);
      expect((await lease(call())).headers).toMatchObject({
        'x-ratelimit-remaining-requests': '0',
      });
    });

    it('are each caller’s own', async () => {
      const { call } = await setUp({ requestsPerMinute: 1 });
      await lease(call());
      await refusal(call());
      await lease(call({ id: 'ben' }));
    });

    it('are counted apart from the tickets that the caller gets', async () => {
      const clock = manualClock();
      const store = await open(clock);
      const limits = { requestsPerMinute: 1 };
      const tickets = caller(createLimiter({ limits, clock, store, scope: 'tickets' }));
      const chat = caller(createLimiter({ limits, clock, store }));
      await lease(tickets());
      await refusal(tickets());
      await lease(chat());
    });

    it('never exceed the limit twice over in any minute, however they come', async () => {
      const gaps = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 200 });
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 20 }), gaps, async (most, waits) => {
          const { clock, call } = await setUp({ requestsPerMinute: most });
          const letIn: number[] = [];
          for (const wait of waits) {
            clock.pass(wait);
            if (!((await call()) instanceof Refusal)) letIn.push(clock.now());
          }
          for (const from of letIn) {
            const minute = letIn.filter((at) => at >= from && at < from + 60_000);
            expect(minute.length).toBeLessThanOrEqual(2 * most);
          }
        }),
        { numRuns: runs },
      );
    });

    it('are there when Retry-After says so', async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 1_000 }), async (requestsPerMinute) => {
          const { clock, call } = await setUp({ requestsPerMinute });
          const calls = Array.from({ length: requestsPerMinute }, () => lease(call()));
          await Promise.all(calls);
          clock.pass(Number((await refusal(call())).headers['retry-after']) * 1_000);
          await lease(call());
        }),
        { numRuns: runs },
      );
    });
  });

  describe.runIf(isHere)('tokens a minute', () => {
    it('are set aside for calls underway, and corrected when they end', async () => {
      const { call } = await setUp({ tokensPerMinute: 100 });
      const first = await lease(call(ANA, { tokens: 80, usd: 0 }));
      const { message } = await refusal(call(ANA, { tokens: 30, usd: 0 }));
      expect(message).toContain('100 tokens a minute');
      await first.end({ usage: usage(20) });
      const second = await lease(call(ANA, { tokens: 80, usd: 0 }));
      expect(second.headers).toMatchObject({ 'x-ratelimit-remaining-tokens': '0' });
    });

    it('of a call larger than the limit are let in when all of it is there, and paid back', async () => {
      const { clock, call } = await setUp({ tokensPerMinute: 100 });
      await (await lease(call(ANA, { tokens: 300, usd: 0 }))).end({ usage: usage(300) });
      clock.pass(60_000);
      await refusal(call(ANA, { tokens: 1, usd: 0 }));
      clock.pass(61_000);
      await lease(call(ANA, { tokens: 1, usd: 0 }));
    });

    it('of a call that failed before it cost anything are given back', async () => {
      const { call } = await setUp({ tokensPerMinute: 100 });
      await (await lease(call(ANA, { tokens: 100, usd: 0 }))).end();
      await lease(call(ANA, { tokens: 100, usd: 0 }));
    });

    it('of a call that was left with nothing known stay counted', async () => {
      const { call } = await setUp({ tokensPerMinute: 100 });
      await (await lease(call(ANA, { tokens: 100, usd: 0 }))).end({});
      await refusal(call(ANA, { tokens: 100, usd: 0 }));
    });

    it('are given back once, however often a call ends', async () => {
      const { call } = await setUp({ tokensPerMinute: 100 });
      await lease(call(ANA, { tokens: 50, usd: 0 }));
      const ended = await lease(call(ANA, { tokens: 50, usd: 0 }));
      await Promise.all([ended.end(), ended.end(), ended.end({ usage: usage(0) })]);
      await refusal(call(ANA, { tokens: 51, usd: 0 }));
      await lease(call(ANA, { tokens: 50, usd: 0 }));
    });
  });

  describe.runIf(isHere)('calls at the same time', () => {
    it('are refused past the limit until one is over, counted once', async () => {
      const { call } = await setUp({ concurrent: 2 });
      const first = await lease(call());
      await lease(call());
      const { status, headers } = await refusal(call());
      expect([status, headers['retry-after']]).toEqual([429, '1']);
      await first.end();
      await first.end();
      await lease(call());
      await refusal(call());
    });

    it('are still underway after hours', async () => {
      const { clock, call } = await setUp({ concurrent: 1 });
      const long = await lease(call());
      for (let hour = 0; hour < 3; hour++) {
        for (let step = 0; step < 360; step++) clock.pass(10_000);
        await refusal(call());
      }
      await long.end();
      await lease(call());
    });
  });

  describe.runIf(isHere)('limits without end', () => {
    it('are none', async () => {
      const { call } = await setUp({
        requestsPerMinute: Infinity,
        tokensPerMinute: Infinity,
        concurrent: Infinity,
        usd: { amount: Infinity, per: 'day' },
      });
      const begun = await lease(call(ANA, { tokens: 1_000_000, usd: 1_000 }));
      expect(begun.headers).toEqual({});
      await begun.end();
      const some = await setUp({ requestsPerMinute: 1, concurrent: Infinity });
      await lease(some.call());
      await refusal(some.call());
    });
  });

  describe.runIf(isHere)('a budget', () => {
    const usd = { amount: 1, per: 'day' } as const;

    it('is not exceeded by calls that begin together', async () => {
      const { call } = await setUp({ usd });
      const together = await Promise.all(
        Array.from({ length: 1_000 }, () => call(ANA, { tokens: 0, usd: 0.3 })),
      );
      expect(together.filter((result) => !(result instanceof Refusal))).toHaveLength(3);
    });

    it('is whole again when its period ends', async () => {
      const { clock, call } = await setUp({ usd }, new Date('2026-01-02T23:59:00Z'));
      await (await lease(call(ANA, { tokens: 0, usd: 0.9 }))).end({ usd: 0.9 });
      const { headers, message } = await refusal(call(ANA, { tokens: 0, usd: 0.2 }));
      expect(message).toBe(
        'Too Many Requests. This call may cost $0.2, and $0.1 of $1 is left. A lower max_tokens costs less. Try again in 60 s.',
      );
      expect(headers).toMatchObject({ 'retry-after': '60', 'x-ratelimit-limit-usd': '1' });
      clock.pass(60_000);
      await lease(call(ANA, { tokens: 0, usd: 0.2 }));
    });

    it('counts a call in the period in which it began', async () => {
      const { clock, call } = await setUp({ usd }, new Date('2026-01-02T23:59:00Z'));
      const late = await lease(call(ANA, { tokens: 0, usd: 1 }));
      clock.pass(120_000);
      const next = await lease(call(ANA, { tokens: 0, usd: 1 }));
      await late.end({ usd: 0.1 });
      await next.end({ usd: 1 });
      await refusal(call(ANA, { tokens: 0, usd: 0.1 }));
    });

    it.each<[Period, string, string]>([
      ['hour', '2026-01-02T03:04:05Z', '2026-01-02T04:00:00Z'],
      ['day', '2026-01-31T03:04:05Z', '2026-02-01T00:00:00Z'],
      ['week', '2026-01-04T23:59:59Z', '2026-01-05T00:00:00Z'],
      ['week', '2026-01-05T00:00:00Z', '2026-01-12T00:00:00Z'],
      ['month', '2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z'],
    ])('of a %s, at %s, ends at %s', async (per, start, end) => {
      const { call } = await setUp({ usd: { amount: 1, per } }, new Date(start));
      await lease(call(ANA, { tokens: 0, usd: 1 }));
      const seconds = (Number(new Date(end)) - Number(new Date(start))) / 1_000;
      expect((await refusal(call())).headers['retry-after']).toBe(`${seconds}`);
    });

    it('of a ticket is kept besides the caller’s own, and across limits that there are none', async () => {
      const { call } = await setUp({});
      const grant = { id: 't1', usd: 0.5, expiresAt: 60_000 };
      await (await lease(call({ id: 'ana', grant }, { tokens: 0, usd: 0.5 }))).end({ usd: 0.5 });
      await refusal(call({ id: 'ana', grant }, NOTHING));
      await lease(call({ id: 'ana', grant: { ...grant, id: 't2' } }, NOTHING));
      await lease(call(ANA, NOTHING));
    });

    it('that is missing leaves everything else of the call as it was', async () => {
      const { call } = await setUp({
        requestsPerMinute: 1,
        tokensPerMinute: 10,
        concurrent: 1,
        usd,
      });
      const grant = { id: 't1', usd: 0.1, expiresAt: 60_000 };
      const expected = { tokens: 10, usd: 0.2 };
      expect((await refusal(call({ id: 'ana', grant }, expected))).message).toContain('of $0.1');
      await lease(call(ANA, { tokens: 10, usd: 1 }));
    });
  });
});

describe('the memory of callers', () => {
  function remembering(maxCallers: number, limits: Limits) {
    const clock = manualClock();
    const store: LimitStore = createMemoryLimitStore({ clock, maxCallers });
    return caller(createLimiter({ limits, clock, store }));
  }

  it('is bounded by forgetting who was silent for longest, but nobody with a call underway', async () => {
    const call = remembering(3, { requestsPerMinute: 1, concurrent: 1 });
    const running = await lease(call({ id: 'busy' }));
    for (const id of ['b', 'c', 'd', 'e', 'f']) await (await lease(call({ id }))).end();
    expect((await refusal(call({ id: 'busy' }))).message).toContain('same time');
    expect((await refusal(call({ id: 'f' }))).message).toContain('1 requests a minute');
    await lease(call({ id: 'b' }));
    await running.end();
  });

  it('takes 200,000 callers without slowing down for the next', async () => {
    const call = remembering(1_000, { requestsPerMinute: 1 });
    for (let count = 0; count < 200_000; count++) {
      await (await lease(call({ id: `c${count}` }))).end();
    }
    await refusal(call({ id: 'c199999' }));
  });
});

describe('limits that cannot be meant', () => {
  it.each<[Limits, string]>([
    [{ requestsPerMinute: 0 }, 'limits.requestsPerMinute'],
    [{ tokensPerMinute: NaN }, 'limits.tokensPerMinute'],
    [{ concurrent: -1 }, 'limits.concurrent'],
    [{ usd: { amount: 0, per: 'day' } }, 'limits.usd.amount'],
  ])('are refused when they are given: %j', (limits, path) => {
    expect(() => createLimiter({ limits, clock: manualClock() })).toThrow(
      expect.objectContaining({ code: 'invalid_options', path }) as Error,
    );
  });
});
