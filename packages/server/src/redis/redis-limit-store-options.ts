import type { Clock } from '../clock.ts';
import type { RedisClient } from './redis-client.ts';

/** How limits are kept in a Redis, whichever way it is reached. */
export interface RedisLimitStoreBasics {
  /** What the names of all keys begin with: servers of one prefix share their limits. @defaultValue `hermes4` */
  readonly prefix?: string | undefined;
  /**
   * What becomes of a call while Redis does not answer: `refuse` gives it a 503 with `Retry-After`, `allow` lets it
   * in uncounted.
   *
   * @defaultValue `refuse`
   */
  readonly onFailure?: 'refuse' | 'allow' | undefined;
  /** Is told, once for each time that Redis goes away, why. Neither the error nor its message holds a password. */
  readonly onError: (error: Error) => unknown;
  /** How long Redis may take for an answer, in milliseconds. @defaultValue 1,000 */
  readonly timeoutMs?: number | undefined;
  /**
   * How long a call counts as underway after its process was last heard of, in milliseconds: when a process dies
   * without a word, its places among `concurrent` calls come back after that. At least 100; a process is heard of
   * three times in it.
   *
   * @defaultValue 30,000
   */
  readonly leaseMs?: number | undefined;
  /** @defaultValue Redis’s own, which is the same for every server */
  readonly clock?: Clock | undefined;
}

/** How limits are kept in a Redis. */
export type RedisLimitStoreOptions = RedisLimitStoreBasics &
  (
    | {
        /** Where Redis is: `redis://user:password@host:6379/0`, or `rediss:` for TLS. */
        readonly url: string;
        /** In place of `url`. */
        readonly client?: undefined;
      }
    | {
        /**
         * A client of yours, such as a `Cluster` of `ioredis`, which stays yours to close. Make it with
         * `enableOfflineQueue: false` and `autoResendUnfulfilledCommands: false`: what nobody waits for any more is
         * better not sent later.
         */
        readonly client: RedisClient;
        /** In place of `client`. */
        readonly url?: undefined;
      }
  );
