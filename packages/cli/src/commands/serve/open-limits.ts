import type { LimitStore, Limits } from '@hermes4/server';
import type { Context } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import type { ServeOptions } from './serve-options.ts';

/** What callers may take, and where it is counted. */
export interface OpenLimits {
  readonly limits?: Limits;
  /** `undefined` counts in this process. */
  readonly limitStore?: LimitStore;
  /** As a sentence: for whom they hold; `undefined` when there are none. */
  readonly reach?: string;
  /** Lets go of what it holds. */
  close?(): Promise<void>;
}

/**
 * Reads the limits, and opens the Redis that they are to be counted in.
 *
 * @throws UsageError when flags do not fit together; HermesError when that Redis cannot be used.
 */
export async function openLimits(options: ServeOptions, context: Context): Promise<OpenLimits> {
  const { redis, redisFailure } = options;
  const limits = limitsOf(options);
  if (redis === undefined) {
    if (redisFailure !== undefined) {
      throw new UsageError(
        '--redis-failure is for a Redis. Name it, too: --redis redis://127.0.0.1:6379',
      );
    }
    if (!limits) return {};
    const reach =
      'Limits hold per process: another server counts for itself, unless both share a --redis.';
    return { limits, reach };
  }
  if (!limits) {
    throw new UsageError(
      'There is nothing to share through Redis. Set a limit, too, such as --requests-per-minute 60.',
    );
  }
  const url = addressOf(redis, context);
  const { openRedisLimitStore } = await import('@hermes4/server/redis');
  const until = redisFailure === 'allow' ? 'let in uncounted' : 'refused';
  const limitStore = await openRedisLimitStore({
    url,
    onFailure: redisFailure,
    onError: ({ message }) => context.say(`${message} Calls are ${until} until they can.`),
  });
  const reach = `Limits are shared through Redis at ${withoutPassword(url)}.`;
  return { limits, limitStore, reach, close: () => limitStore.close() };
}

function limitsOf(options: ServeOptions): Limits | undefined {
  const { requestsPerMinute, tokensPerMinute, concurrent, usdPerDay } = options;
  const usd = usdPerDay === undefined ? undefined : { amount: usdPerDay, per: 'day' as const };
  const limits = { requestsPerMinute, tokensPerMinute, concurrent, usd };
  return Object.values(limits).some((limit) => limit !== undefined) ? limits : undefined;
}

/** An address may hold a password, which everybody on this machine sees among the arguments of a command. */
function addressOf(given: string | true, { io }: Context): string {
  const url = given === true ? io.env['REDIS_URL'] : given;
  if (url) return url;
  throw new UsageError(
    'Say where Redis is: --redis redis://127.0.0.1:6379, or REDIS_URL in the environment, where a password is not seen.',
  );
}

function withoutPassword(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
