import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { hasRedis, NEEDS_REDIS, type RedisServer, startRedis } from '@hermes4/tooling/redis-server';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { HELLO } from '../../test/calls.ts';
import { lookInto } from '../../test/look-into.ts';
import type { SharedSetup } from '../../test/serve-with-redis.ts';
import type { Limits } from '../door/limits.ts';

const SCRIPT = fileURLToPath(new URL('../../test/serve-with-redis.ts', import.meta.url));
const NOON = Date.UTC(2026, 0, 2, 12);

let redis: RedisServer;

describe.runIf(hasRedis)(`several servers with one Redis${NEEDS_REDIS}`, () => {
  beforeAll(async () => {
    redis = await startRedis();
    return () => redis.remove();
  });

  it.each<[string, Limits, number]>([
    ['calls a minute', { requestsPerMinute: 20 }, 20],
    ['calls at the same time', { concurrent: 12 }, 12],
    // The call has 22 tokens by the rule of thumb, and no limit: $0.000023.
    ['a budget', { usd: { amount: 0.000253, per: 'month' } }, 11],
  ])('let in exactly as many calls as one would: %s', async (_, limits, expected) => {
    const servers = await Promise.all([serve({ limits, now: NOON }), serve({ limits, now: NOON })]);
    const calls = Array.from({ length: 80 }, (_call, index) => servers[index % 2]!.call());
    const statuses = await Promise.all(calls);
    expect(statuses.filter((status) => status === 200)).toHaveLength(expected);
    expect(statuses.filter((status) => status === 429)).toHaveLength(80 - expected);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });

  it('take the calls of one that died for over once its lease has run out, and not before', async () => {
    const setup = { limits: { concurrent: 1 }, leaseMs: 600 };
    const dying = await serve(setup);
    const staying = await serve(setup);
    expect(await dying.call()).toBe(200);
    const first = await leaseOf(() => true);
    await leaseOf((end) => end > first + setup.leaseMs);
    expect(await staying.call()).toBe(429);
    dying.child.kill('SIGKILL');
    while ((await staying.call()) === 429) await pause();
    expect(await staying.call()).toBe(429);
  });
});

/** A server in a process of its own, which ends with the test. */
async function serve(setup: Omit<SharedSetup, 'url'>) {
  const given: SharedSetup = { ...setup, url: redis.url };
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), SCRIPT, JSON.stringify(given)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const over = new AbortController();
  onTestFinished(() => end(child, over));
  const [address] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, call };

  /** The status of a call that goes on until the test is over. */
  async function call(): Promise<number> {
    const { status } = await fetch(`${String(address).trim()}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(HELLO),
      signal: over.signal,
    });
    return status;
  }
}

async function end(child: ChildProcess, over: AbortController): Promise<void> {
  over.abort();
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const client = lookInto(redis.url);
  await client.flushall();
  client.disconnect();
}

/** When the one call underway counts as lost, once that is as it is asked for. */
async function leaseOf(isFit: (end: number) => boolean): Promise<number> {
  const client = lookInto(redis.url);
  try {
    for (;;) {
      const [key = ''] = await client.keys('*:calls');
      const [, end] = await client.zrange(key, 0, 0, 'WITHSCORES');
      if (end !== undefined && isFit(Number(end))) return Number(end);
      await pause();
    }
  } finally {
    client.disconnect();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
