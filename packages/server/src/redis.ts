/**
 * Limits that several servers share through Redis; it needs the package `ioredis`, which is not installed with this
 * one.
 *
 * @module
 */
export { openRedisLimitStore, type RedisLimitStore } from './redis/open-redis-limit-store.ts';
export type { RedisClient } from './redis/redis-client.ts';
export type {
  RedisLimitStoreBasics,
  RedisLimitStoreOptions,
} from './redis/redis-limit-store-options.ts';
