/** The part of a client of `ioredis` that limits need; its `Redis` and its `Cluster` have it. */
export interface RedisClient {
  /** Runs a script that Redis knows already, by the SHA-1 of its text. */
  evalsha(sha: string, numberOfKeys: number, ...args: string[]): Promise<unknown>;
  /** Runs a script. */
  eval(script: string, numberOfKeys: number, ...args: string[]): Promise<unknown>;
}
