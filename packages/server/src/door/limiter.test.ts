import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manualClock } from '../../test/manual-clock.ts';
import type { Caller } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import { createLimiter, type Lease, type Limiter } from './limiter.ts';
import type { Limits } from './limits.ts';

const ANA: Caller = { id: 'ana' };
const NOTHING = { tokens: 0, usd: 0 };

function usage(total_tokens: number) {
  return { prompt_tokens: 0, completion_tokens: total_tokens, total_tokens };
}

function setUp(limits: Limits, start: Date | number = 0, maxCallers?: number) {
  const clock = manualClock(start);
  const limiter = createLimiter({ limits, clock, maxCallers });
  return { clock, limiter, call: caller(limiter) };
}

/** Begins a call and says how: the lease, or the refusal. */
function caller(limiter: Limiter) {
  return (who: Caller = ANA, expected = NOTHING): Lease | Refusal => {
    try {
      return limiter.begin(who, expected);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  };
}

function lease(result: Lease | Refusal): Lease {
  if (result instanceof Refusal) throw result;
  return result;
}

function refusal(result: Lease | Refusal): Refusal {
  if (result instanceof Refusal) return result;
  throw new Error('The call was let in.');
}

describe('calls a minute', () => {
  it('are refused past the limit, with the time until the next', () => {
    const { clock, call } = setUp({ requestsPerMinute: 2 });
    lease(call());
    lease(call());
    const { status, message, headers } = refusal(call());
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
    refusal(call());
    clock.pass(1);
    expect(lease(call()).headers).toMatchObject({ 'x-ratelimit-remaining-requests': '0' });
  });

  it('are each caller’s own', () => {
    const { call } = setUp({ requestsPerMinute: 1 });
    lease(call());
    refusal(call());
    lease(call({ id: 'ben' }));
  });

  it('never exceed the limit twice over in any minute, however they come', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), gaps, (requestsPerMinute, waits) => {
        const { clock, call } = setUp({ requestsPerMinute });
        const letIn: number[] = [];
        for (const wait of waits) {
          clock.pass(wait);
          if (!(call() instanceof Refusal)) letIn.push(clock.now());
        }
        for (const from of letIn) {
          const minute = letIn.filter((at) => at >= from && at < from + 60_000);
          expect(minute.length).toBeLessThanOrEqual(2 * requestsPerMinute);
        }
      }),
    );
  });

  it('are there when Retry-After says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (requestsPerMinute) => {
        const { clock, call } = setUp({ requestsPerMinute });
        for (let count = 0; count < requestsPerMinute; count++) lease(call());
        clock.pass(Number(refusal(call()).headers['retry-after']) * 1_000);
        lease(call());
      }),
    );
  });
});

describe('tokens a minute', () => {
  it('are set aside for calls underway, and corrected when they end', () => {
    const { call } = setUp({ tokensPerMinute: 100 });
    const first = lease(call(ANA, { tokens: 80, usd: 0 }));
    expect(refusal(call(ANA, { tokens: 30, usd: 0 })).message).toContain('100 tokens a minute');
    first.settle({ usage: usage(20) });
    first.release();
    const second = lease(call(ANA, { tokens: 80, usd: 0 }));
    expect(second.headers).toMatchObject({ 'x-ratelimit-remaining-tokens': '0' });
  });

  it('of a call larger than the limit are let in when all of it is there, and paid back', () => {
    const { clock, call } = setUp({ tokensPerMinute: 100 });
    lease(call(ANA, { tokens: 300, usd: 0 })).settle({ usage: usage(300) });
    clock.pass(60_000);
    refusal(call(ANA, { tokens: 1, usd: 0 }));
    clock.pass(61_000);
    lease(call(ANA, { tokens: 1, usd: 0 }));
  });

  it('of a call that failed before it cost anything are given back', () => {
    const { call } = setUp({ tokensPerMinute: 100 });
    lease(call(ANA, { tokens: 100, usd: 0 })).release();
    lease(call(ANA, { tokens: 100, usd: 0 }));
  });

  it('of a call that was left with nothing known stay counted', () => {
    const { call } = setUp({ tokensPerMinute: 100 });
    const left = lease(call(ANA, { tokens: 100, usd: 0 }));
    left.settle({});
    left.release();
    refusal(call(ANA, { tokens: 100, usd: 0 }));
  });
});

describe('calls at the same time', () => {
  it('are refused past the limit until one is over, counted once', () => {
    const { call } = setUp({ concurrent: 2 });
    const first = lease(call());
    lease(call());
    const { status, headers } = refusal(call());
    expect([status, headers['retry-after']]).toEqual([429, '1']);
    first.release();
    first.release();
    lease(call());
    refusal(call());
  });
});

describe('a budget', () => {
  const usd = { amount: 1, per: 'day' } as const;

  it('is not exceeded by calls that begin together', () => {
    const { call } = setUp({ usd });
    const together = Array.from({ length: 1_000 }, () => call(ANA, { tokens: 0, usd: 0.3 }));
    expect(together.filter((result) => !(result instanceof Refusal))).toHaveLength(3);
  });

  it('is whole again when its period ends', () => {
    const { clock, call } = setUp({ usd }, new Date('2026-01-02T23:59:00Z'));
    lease(call(ANA, { tokens: 0, usd: 0.9 })).settle({ usd: 0.9 });
    const { headers, message } = refusal(call(ANA, { tokens: 0, usd: 0.2 }));
    expect(message).toBe(
      'Too Many Requests. This call may cost $0.2, and $0.1 of $1 is left. A lower max_tokens costs less. Try again in 60 s.',
    );
    expect(headers).toMatchObject({ 'retry-after': '60', 'x-ratelimit-limit-usd': '1' });
    clock.pass(60_000);
    lease(call(ANA, { tokens: 0, usd: 0.2 }));
  });

  it('counts a call in the period in which it began', () => {
    const { clock, call } = setUp({ usd }, new Date('2026-01-02T23:59:00Z'));
    const late = lease(call(ANA, { tokens: 0, usd: 1 }));
    clock.pass(120_000);
    const next = lease(call(ANA, { tokens: 0, usd: 1 }));
    late.settle({ usd: 0.1 });
    next.settle({ usd: 1 });
    refusal(call(ANA, { tokens: 0, usd: 0.1 }));
  });

  it.each([
    ['hour', '2026-01-02T03:04:05Z', '2026-01-02T04:00:00Z'],
    ['day', '2026-01-31T03:04:05Z', '2026-02-01T00:00:00Z'],
    ['week', '2026-01-04T23:59:59Z', '2026-01-05T00:00:00Z'],
    ['week', '2026-01-05T00:00:00Z', '2026-01-12T00:00:00Z'],
    ['month', '2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z'],
  ] as const)('of a %s, at %s, ends at %s', (per, start, end) => {
    const { call } = setUp({ usd: { amount: 1, per } }, new Date(start));
    lease(call(ANA, { tokens: 0, usd: 1 }));
    const seconds = (Number(new Date(end)) - Number(new Date(start))) / 1_000;
    expect(refusal(call()).headers['retry-after']).toBe(`${seconds}`);
  });

  it('of a ticket is kept besides the caller’s own, and across limits that there are none', () => {
    const { call } = setUp({});
    const grant = { id: 't1', usd: 0.5, expiresAt: 60_000 };
    lease(call({ id: 'ana', grant }, { tokens: 0, usd: 0.5 })).settle({ usd: 0.5 });
    refusal(call({ id: 'ana', grant }, NOTHING));
    lease(call({ id: 'ana', grant: { ...grant, id: 't2' } }, NOTHING));
    lease(call(ANA, NOTHING));
  });
});

describe('the memory of callers', () => {
  it('is bounded by forgetting who was silent for longest, but nobody with a call underway', () => {
    const { call } = setUp({ requestsPerMinute: 1, concurrent: 1 }, 0, 3);
    const running = lease(call({ id: 'busy' }));
    for (const id of ['b', 'c', 'd', 'e', 'f']) lease(call({ id })).release();
    expect(refusal(call({ id: 'busy' })).message).toContain('same time');
    expect(refusal(call({ id: 'f' })).message).toContain('1 requests a minute');
    lease(call({ id: 'b' }));
    running.release();
  });

  it('takes a million callers without slowing down for the next', () => {
    const { call } = setUp({ requestsPerMinute: 1 }, 0, 1_000);
    for (let count = 0; count < 1_000_000; count++) lease(call({ id: `c${count}` })).release();
    refusal(call({ id: 'c999999' }));
  });
});

describe('limits that cannot be meant', () => {
  it.each<[Limits, string]>([
    [{ requestsPerMinute: 0 }, 'limits.requestsPerMinute'],
    [{ tokensPerMinute: NaN }, 'limits.tokensPerMinute'],
    [{ concurrent: -1 }, 'limits.concurrent'],
    [{ usd: { amount: 0, per: 'day' } }, 'limits.usd.amount'],
  ])('are refused when they are given: %j', (limits, path) => {
    expect(() => setUp(limits)).toThrow(
      expect.objectContaining({ code: 'invalid_options', path }) as Error,
    );
  });
});
