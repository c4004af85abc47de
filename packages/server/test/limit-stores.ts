import { randomUUID } from 'node:crypto';
import { hasRedis, NEEDS_REDIS, startRedis } from '@hermes4/tooling/redis-server';
import { Redis } from 'ioredis';
import type { Clock } from '../src/clock.ts';
import type { LimitStore } from '../src/door/limit-store.ts';
import { createMemoryLimitStore } from '../src/door/memory-limit-store.ts';
import { openRedisLimitStore, type RedisClient } from '../src/redis.ts';

/** Where limits can be counted. */
interface Place {
  readonly where: string;
  readonly isHere: boolean;
  /** How many times a property is tried. */
  readonly runs: number;
  /** Gets it ready, and gives what ends it. */
  begin(): Promise<() => Promise<void>>;
  /** A store in which nobody has taken anything yet. */
  open(clock: Clock): Promise<LimitStore>;
}

/** Every store that comes with the server. */
export const limitStores: readonly Place[] = [
  inMemory(),
  inRedis('in Redis', (client) => client),
  // A client that lost its connection may send again what had arrived.
  inRedis('in Redis that hears everything twice', twice),
];

function inMemory(): Place {
  return {
    where: 'in memory',
    isHere: true,
    runs: 100,
    begin: () => Promise.resolve(() => Promise.resolve()),
    open: (clock) => Promise.resolve(createMemoryLimitStore({ clock })),
  };
}

function inRedis(where: string, through: (client: Redis) => RedisClient): Place {
  let client: Redis | undefined;
  return {
    where: `${where}${NEEDS_REDIS}`,
    isHere: hasRedis,
    runs: 20,
    async begin() {
      const redis = await startRedis();
      const connection = new Redis(redis.url);
      client = connection;
      return async () => {
        connection.disconnect();
        await redis.remove();
      };
    },
    open(clock) {
      if (!client) throw new Error('The Redis has not begun.');
      return openRedisLimitStore({
        client: through(client),
        clock,
        prefix: randomUUID(),
        timeoutMs: 30_000,
        onError: failTheTest,
      });
    },
  };
}

function twice(client: Redis): RedisClient {
  return {
    eval: (...sent) => client.eval(...sent),
    evalsha: async (...sent) => {
      await client.evalsha(...sent);
      return client.evalsha(...sent);
    },
  };
}

function failTheTest(error: Error): never {
  throw error;
}
