/** Whether a Redis can be started here; where changes are checked (`CI` is set), it must be. */
export const hasRedis: boolean;

/** What stands behind the names of tests that are left out for want of a Redis; else nothing. */
export const NEEDS_REDIS: string;

/** A Redis of a test's own, empty and on this machine only. */
export interface RedisServer {
  readonly url: string;
  /** Freezes it: connections stay, and nothing is answered. */
  freeze(): void;
  thaw(): void;
  /** Ends it without a word. */
  kill(): Promise<void>;
  /** Starts it again, empty, where it was. */
  restart(): Promise<void>;
  /** Ends it, and removes its folder. */
  remove(): Promise<void>;
}

/**
 * Starts a Redis on a free port.
 *
 * @param args Further arguments of `redis-server`.
 */
export function startRedis(...args: string[]): Promise<RedisServer>;
