import { HermesError } from '@hermes4/core';
import type { Redis } from 'ioredis';
import { atLeast, LONGEST_WAIT } from '../at-least.ts';
import type { LimitStore } from '../door/limit-store.ts';
import { connect, disconnect, type ImportIoredis, makeClient, reconnecter } from './connect.ts';
import { createRedisLimitStore } from './create-redis-limit-store.ts';
import { prepareScript } from './limit-script.ts';
import { createLink, explain, type Link } from './link.ts';
import type { RedisLimitStoreOptions } from './redis-limit-store-options.ts';

/** Limits in a Redis. */
export interface RedisLimitStore extends LimitStore {
  /** Waits for what is on its way, and closes the connection that was made for it. */
  close(): Promise<void>;
}

/**
 * Counts the limits of callers and the budgets of tickets in a Redis, so that they hold for all servers that share
 * it, and across restarts of any of them. One script of Redis sets everything aside for a call or nothing; the time is
 * Redis's own. The names of callers and tickets are stored as digests.
 *
 * With a `url` it needs the package `ioredis` beside this one.
 *
 * @throws HermesError `invalid_options` for an option that cannot be used, and when `ioredis` is missing;
 *   `connection_failed` or `timed_out` when Redis does not answer, unless `onFailure` is `allow`, which reports it.
 * @example
 * ```ts
 * import { createLocalServer } from '@hermes4/server';
 * import { openRedisLimitStore } from '@hermes4/server/redis';
 *
 * const limitStore = await openRedisLimitStore({
 *   url: 'redis://127.0.0.1:6379',
 *   onError: (error) => console.error(error.message),
 * });
 * const server = createLocalServer({ limits: { requestsPerMinute: 60 }, limitStore });
 * ```
 */
export async function openRedisLimitStore(
  options: RedisLimitStoreOptions,
): Promise<RedisLimitStore> {
  return openStore(options, () => import('ioredis'));
}

/** The same, with another way to find `ioredis`. */
export async function openStore(
  options: RedisLimitStoreOptions,
  importIoredis: ImportIoredis,
): Promise<RedisLimitStore> {
  const { url, onError, onFailure = 'refuse', prefix = 'hermes4', clock } = options;
  const timeoutMs = atLeast(1, 'timeoutMs', options.timeoutMs ?? 1_000, LONGEST_WAIT);
  const leaseMs = atLeast(100, 'leaseMs', options.leaseMs ?? 30_000, LONGEST_WAIT);
  const own = url === undefined ? undefined : await makeClient(url, importIoredis);
  const client = own ?? options.client;
  if (!client) throw neither();
  const link = createLink({
    client,
    script: await prepareScript(),
    timeoutMs,
    onError,
    onTimeout: own ? reconnecter(own, timeoutMs) : () => undefined,
  });
  if (own) await connectFirst(own, link, onFailure);
  const store = createRedisLimitStore({ link, prefix, onFailure, leaseMs, clock });
  return {
    reserve: (wanted) => store.reserve(wanted),
    async close() {
      store.leave();
      await link.close();
      if (own) await disconnect(own);
    },
  };
}

/** What the types of the options do not let happen. */
function neither(): HermesError {
  return new HermesError(
    'Option url is missing: expected the address of a Redis, or a client of ioredis as client.',
    { code: 'invalid_options', path: 'url' },
  );
}

async function connectFirst(
  client: Redis,
  link: Link,
  onFailure: 'refuse' | 'allow',
): Promise<void> {
  try {
    await connect(client);
  } catch (error) {
    // A server that would refuse every call had better not begin; one that lets them in begins without Redis, too.
    if (onFailure === 'refuse') {
      client.disconnect();
      throw explain(error);
    }
    link.failed(error);
  }
  client.on('error', (error) => link.failed(error));
}
