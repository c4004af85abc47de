import { hasRedis, NEEDS_REDIS, type RedisServer, startRedis } from '@hermes4/tooling/redis-server';
import { Cluster, Redis } from 'ioredis';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { problems } from '../../test/api-document.ts';
import { behindDoor } from '../../test/behind-door.ts';
import { errorOf, HELLO, post } from '../../test/calls.ts';
import { lookInto } from '../../test/look-into.ts';
import { manualClock } from '../../test/manual-clock.ts';
import { createLimiter } from '../door/limiter.ts';
import { openRedisLimitStore } from '../redis.ts';
import { Refusal } from '../refusal.ts';
import { openStore } from './open-redis-limit-store.ts';
import type { RedisClient } from './redis-client.ts';
import type { RedisLimitStoreOptions } from './redis-limit-store-options.ts';

const PASSWORD = 'a-password-that-nobody-may-see';
const NOTHING = { tokens: 0, usd: 0 };

let redis: RedisServer;

describe.runIf(hasRedis)(`limits in Redis${NEEDS_REDIS}`, () => {
  beforeAll(async () => {
    redis = await startRedis('--requirepass', PASSWORD);
    return () => redis.remove();
  });

  describe('name nobody', () => {
    it('in the keys and in what they hold', async () => {
      const { limitStore } = await open();
      const limits = { requestsPerMinute: 5, tokensPerMinute: 5_000, concurrent: 5 };
      const grant = { id: 'ticket-of-ana', usd: 1, expiresAt: Date.now() + 60_000 };
      const limiter = createLimiter({ limits, clock: manualClock(), store: limitStore });
      await limiter.begin({ id: 'ana@example.com', grant }, { tokens: 10, usd: 0.1 });
      const everything = await contents();
      expect(Object.keys(everything)).toHaveLength(4);
      expect(JSON.stringify(everything)).not.toMatch(/ana/);
      const tags = Object.keys(everything).map((key) => /\{(.+)\}/.exec(key)?.[1]);
      expect(new Set(tags).size).toBe(1);
    });

    it('and are forgotten by themselves', async () => {
      const { limitStore } = await open();
      const limits = { requestsPerMinute: 5, usd: { amount: 1, per: 'hour' } } as const;
      const limiter = createLimiter({ limits, clock: manualClock(), store: limitStore });
      await limiter.begin({ id: 'ana' }, NOTHING);
      const client = look();
      const lives = await Promise.all((await client.keys('*')).map((key) => client.pttl(key)));
      expect(lives).toHaveLength(3);
      for (const ms of lives) expect(ms).toBeGreaterThan(0);
    });
  });

  describe('while Redis is frozen', () => {
    it('refuse calls with a 503 that says when to come again, and count again afterwards', async () => {
      const { limitStore, errors } = await open({ timeoutMs: 300 });
      const { fetch, calls } = behindDoor({ limits: { concurrent: 2 }, limitStore });
      await comesBack(fetch);
      errors.length = 0;
      redis.freeze();
      const responses = await Promise.all(Array.from({ length: 20 }, () => fetch(post(HELLO))));
      redis.thaw();
      expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([503]));
      const [response] = responses;
      expect(response?.headers.get('retry-after')).toBe('1');
      const error = await errorOf(response!);
      expect(problems('ErrorBodyHosted', error)).toEqual([]);
      expect(error.message).toBe(
        'Service Unavailable. The limits of callers cannot be counted at the moment, so no call is let in. Try again in 1 s.',
      );
      expect(errors).toEqual([
        'The limits of callers cannot be counted in Redis: no answer within 300 ms.',
      ]);
      expect(calls).toHaveLength(1);
      await comesBack(fetch);
    });

    it('let calls in uncounted where that is said', async () => {
      const { limitStore, errors } = await open({ timeoutMs: 300, onFailure: 'allow' });
      const { fetch } = behindDoor({ limits: { requestsPerMinute: 1 }, limitStore });
      redis.freeze();
      for (let count = 0; count < 5; count++) {
        const response = await fetch(post(HELLO));
        expect(response.status).toBe(200);
        expect(response.headers.has('x-ratelimit-limit-requests')).toBe(false);
      }
      redis.thaw();
      expect(errors).toHaveLength(1);
    });

    it('take back what Redis heard of a call that was refused meanwhile', async () => {
      const { limitStore } = await open({ timeoutMs: 300, leaseMs: 600_000 });
      const limits = { concurrent: 1, usd: { amount: 1, per: 'month' } } as const;
      const limiter = createLimiter({ limits, clock: systemTime, store: limitStore });
      redis.freeze();
      const expected = { tokens: 0, usd: 1 };
      await expect(limiter.begin({ id: 'ana' }, expected)).rejects.toMatchObject({ status: 503 });
      redis.thaw();
      for (;;) {
        const begun = await limiter.begin({ id: 'ana' }, expected).catch(orRefusal);
        if (!(begun instanceof Refusal)) break;
        expect(begun.status).toBe(503);
        await pause();
      }
    });
  });

  describe('when Redis dies', () => {
    it('refuse calls at once, then count anew where it is started again', async () => {
      const { limitStore, errors } = await open();
      const { fetch } = behindDoor({ limits: { requestsPerMinute: 1 }, limitStore });
      expect((await fetch(post(HELLO))).status).toBe(200);
      expect((await fetch(post(HELLO))).status).toBe(429);
      await redis.kill();
      expect((await fetch(post(HELLO))).status).toBe(503);
      await redis.restart();
      await comesBack(fetch);
      expect((await fetch(post(HELLO))).status).toBe(429);
      expect(errors).toHaveLength(1);
    });

    it('end calls that were underway without an error', async () => {
      const { limitStore } = await open({ onFailure: 'allow' });
      const limiter = createLimiter({
        limits: { concurrent: 1 },
        clock: systemTime,
        store: limitStore,
      });
      const lease = await limiter.begin({ id: 'ana' }, NOTHING);
      await redis.kill();
      await lease.end();
      await redis.restart();
    });
  });

  describe('when they are opened', () => {
    it('say that nobody answers, and let in nobody whom they could not count', async () => {
      const nowhere = 'redis://127.0.0.1:1';
      const errors: Error[] = [];
      const onError = (error: Error): void => void errors.push(error);
      await expect(openRedisLimitStore({ url: nowhere, onError })).rejects.toMatchObject({
        code: 'connection_failed',
        message:
          'The limits of callers cannot be counted in Redis: connect ECONNREFUSED 127.0.0.1:1.',
      });
      expect(errors).toEqual([]);
      const store = await openRedisLimitStore({ url: nowhere, onError, onFailure: 'allow' });
      await store.close();
      expect(errors).toHaveLength(1);
    });

    it('do not repeat the password that was wrong', async () => {
      const url = redis.url.replace('//', '//:wrong-password@');
      const error: unknown = await openRedisLimitStore({ url, onError: noError }).catch(
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ message: expect.stringContaining('WRONGPASS') as string });
      expect(JSON.stringify(error, [...allKeys(error)])).not.toContain('wrong-password');
    });
  });

  it('of two servers whose clocks are apart are one budget, on the turn of the day, too', async () => {
    const time = manualClock(Date.UTC(2026, 0, 2, 23, 50));
    const { limitStore } = await open({ clock: time });
    const usd = { amount: 1, per: 'day' } as const;
    const servers = [-1_800_000, 0, 1_800_000].map((skew) =>
      createLimiter({
        limits: { usd },
        clock: { ...time, now: () => time.now() + skew },
        store: limitStore,
      }),
    );
    const letIn = async (): Promise<number> => {
      let count = 0;
      for (let round = 0; round < 5; round++) {
        for (const server of servers) {
          const begun = await server
            .begin({ id: 'ana' }, { tokens: 0, usd: 0.25 })
            .catch(orRefusal);
          if (!(begun instanceof Refusal)) count += 1;
        }
      }
      return count;
    };
    expect(await letIn()).toBe(4);
    time.pass(9 * 60_000);
    expect(await letIn()).toBe(0);
    time.pass(2 * 60_000);
    expect(await letIn()).toBe(4);
    time.pass(60 * 60_000);
    expect(await letIn()).toBe(0);
  });
});

describe('a store in Redis', () => {
  it('is told what to install when ioredis is missing', async () => {
    const missing = (): Promise<never> => Promise.reject(new Error('ERR_MODULE_NOT_FOUND'));
    const options = { url: 'redis://127.0.0.1:1', onError: noError };
    await expect(openStore(options, missing)).rejects.toMatchObject({
      code: 'invalid_options',
      message: expect.stringContaining('npm install ioredis@5') as string,
    });
  });

  it.each([
    ['no address', { url: `not:an:address:${PASSWORD}` }, 'url'],
    ['another address', { url: `http://user:${PASSWORD}@host` }, 'url'],
    ['no time at all', { url: 'redis://127.0.0.1:1', timeoutMs: 0 }, 'timeoutMs'],
    ['a lease of nothing', { url: 'redis://127.0.0.1:1', leaseMs: NaN }, 'leaseMs'],
  ])('is not opened with %s', async (_, options, path) => {
    const opened = openRedisLimitStore({ ...options, onError: noError });
    await expect(opened).rejects.toMatchObject({
      code: 'invalid_options',
      path,
      message: expect.not.stringContaining(PASSWORD) as string,
    });
  });

  it('is not opened with nothing to reach a Redis by', async () => {
    const options = { onError: noError } as unknown as RedisLimitStoreOptions;
    await expect(openRedisLimitStore(options)).rejects.toMatchObject({
      code: 'invalid_options',
      path: 'url',
    });
  });

  it('is closed in time, though a client of yours waits for ever', async () => {
    const waiting: RedisClient = {
      evalsha: () => new Promise(() => undefined),
      eval: () => new Promise(() => undefined),
    };
    const errors: Error[] = [];
    const onError = (error: Error): void => void errors.push(error);
    const store = await openRedisLimitStore({ client: waiting, timeoutMs: 20, onError });
    const limiter = createLimiter({ limits: { concurrent: 1 }, clock: systemTime, store });
    await expect(limiter.begin({ id: 'ana' }, NOTHING)).rejects.toMatchObject({ status: 503 });
    await store.close();
    expect(errors).toHaveLength(1);
  });

  it('leaves no clock running when it is closed, though calls are underway', async () => {
    const clock = manualClock();
    const answer = (): Promise<unknown> => Promise.resolve(['', '0']);
    const client: RedisClient = { evalsha: answer, eval: answer };
    const store = await openRedisLimitStore({ client, clock, onError: noError });
    const limiter = createLimiter({ limits: { concurrent: 1 }, clock, store });
    await limiter.begin({ id: 'ana' }, NOTHING);
    expect(clock.pending()).toBe(1);
    await store.close();
    expect(clock.pending()).toBe(0);
  });

  it('takes a client of ioredis, for one Redis or for a cluster', () => {
    const clients: RedisClient[] = [
      new Redis({ lazyConnect: true }),
      new Cluster([], { lazyConnect: true }),
    ];
    expect(clients).toHaveLength(2);
  });
});

const systemTime = { now: () => Date.now(), after: () => () => undefined };

/** A store that is closed with the test, on a Redis that is empty. */
async function open(options: Partial<RedisLimitStoreOptions> = {}) {
  await look().flushall();
  const errors: string[] = [];
  const onError = ({ message }: Error): void => void errors.push(message);
  const url = redis.url.replace('//', `//:${PASSWORD}@`);
  const given = { timeoutMs: 10_000, ...options, url, onError } as RedisLimitStoreOptions;
  const limitStore = await openRedisLimitStore(given);
  onTestFinished(() => limitStore.close());
  return { limitStore, errors };
}

/** Calls until one is let in again; each that is not is a 503. */
async function comesBack(fetch: (request: Request) => Promise<Response>): Promise<void> {
  for (;;) {
    const { status } = await fetch(post(HELLO));
    if (status === 200) return;
    expect(status).toBe(503);
    await pause();
  }
}

function look(): Redis {
  const client = lookInto(redis.url, PASSWORD);
  onTestFinished(() => client.disconnect());
  return client;
}

/** Everything that a Redis holds, by key. */
async function contents(): Promise<Record<string, unknown>> {
  const client = look();
  const keys = await client.keys('*');
  const values = keys.map(async (key) =>
    key.endsWith(':calls') ? client.zrange(key, 0, -1) : client.hgetall(key),
  );
  const held = await Promise.all(values);
  return Object.fromEntries(keys.map((key, index) => [key, held[index]]));
}

function orRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

function noError(error: Error): never {
  throw error;
}

function* allKeys(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.getOwnPropertyNames(value)) {
    yield key;
    yield* allKeys((value as Record<string, unknown>)[key]);
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
