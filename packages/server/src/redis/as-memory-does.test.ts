import { hasRedis, NEEDS_REDIS } from '@hermes4/tooling/redis-server';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { limitStores } from '../../test/limit-stores.ts';
import { manualClock } from '../../test/manual-clock.ts';
import { createLimiter, type Lease } from '../door/limiter.ts';
import type { Limits } from '../door/limits.ts';
import { Refusal } from '../refusal.ts';

const START = Date.UTC(2026, 0, 31, 23, 30);

/** What happens: time passes, a call begins, or one of those underway ends. */
type Step =
  | { readonly does: 'wait'; readonly ms: number }
  | {
      readonly does: 'begin';
      readonly id: string;
      readonly ticket: string | undefined;
      readonly tokens: number;
      readonly cents: number;
    }
  | { readonly does: 'end'; readonly call: number; readonly tokens: number | undefined };

const limits: fc.Arbitrary<Limits> = fc.record(
  {
    requestsPerMinute: fc.integer({ min: 1, max: 10 }),
    tokensPerMinute: fc.integer({ min: 1, max: 500 }),
    concurrent: fc.integer({ min: 1, max: 4 }),
    usd: fc.record({
      amount: fc.integer({ min: 1, max: 300 }).map((cents) => cents / 100),
      per: fc.constantFrom('hour', 'day', 'week', 'month'),
    }),
  },
  { requiredKeys: [] },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('wait'), ms: fc.integer({ min: 0, max: 1_800_000 }) }),
  fc.record({
    does: fc.constant('begin'),
    id: fc.constantFrom('ana', 'ben'),
    ticket: fc.option(fc.constantFrom('t1', 't2'), { nil: undefined }),
    tokens: fc.nat(300),
    cents: fc.nat(100),
  }),
  fc.record({
    does: fc.constant('end'),
    call: fc.nat(5),
    tokens: fc.option(fc.nat(400), { nil: undefined }),
  }),
);

describe.runIf(hasRedis)(`limits in Redis${NEEDS_REDIS}`, () => {
  for (const { begin } of limitStores) beforeAll(begin);

  it('are those in memory, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(limits, fc.array(step, { maxLength: 40 }), async (limit, steps) => {
        const told = limitStores.map(async ({ open }) => {
          const clock = manualClock(START);
          const limiter = createLimiter({ limits: limit, clock, store: await open(clock) });
          return play(steps, limiter, clock);
        });
        const [memory, ...others] = await Promise.all(told);
        for (const other of others) expect(other).toEqual(memory);
      }),
      { numRuns: 100 },
    );
  });
});

/** Everything that callers are told meanwhile, but for times, whose last digit may be lost on the way. */
async function play(
  steps: readonly Step[],
  limiter: ReturnType<typeof createLimiter>,
  clock: ReturnType<typeof manualClock>,
): Promise<unknown[]> {
  const underway: Lease[] = [];
  const told: unknown[] = [];
  for (const each of steps) {
    if (each.does === 'wait') clock.pass(each.ms);
    else if (each.does === 'end') {
      const [lease] = underway.splice(each.call, 1);
      await lease?.end(each.tokens === undefined ? {} : spent(each.tokens));
    } else {
      const grant = each.ticket === undefined ? undefined : ticketOf(each.id, each.ticket);
      const expected = { tokens: each.tokens, usd: each.cents / 100 };
      const begun = await limiter.begin({ id: each.id, grant }, expected).catch(orRefusal);
      if (!(begun instanceof Refusal)) underway.push(begun);
      told.push([begun instanceof Refusal ? begun.status : 200, remaining(begun.headers)]);
    }
  }
  return told;
}

function ticketOf(caller: string, name: string) {
  return { id: `${caller} ${name}`, usd: 0.5, expiresAt: START + 3_600_000 };
}

function spent(total_tokens: number) {
  return {
    usage: { prompt_tokens: 0, completion_tokens: total_tokens, total_tokens },
    usd: total_tokens / 1_000,
  };
}

function remaining(headers: Readonly<Record<string, string>>) {
  return Object.entries(headers).filter(([name]) => name.includes('remaining'));
}

function orRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}
