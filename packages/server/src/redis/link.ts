import { HermesError, isHermesError } from '@hermes4/core';
import type { Script } from './limit-script.ts';
import type { RedisClient } from './redis-client.ts';

/** The way to Redis: every answer comes in time, or never. */
export interface Link {
  /**
   * Runs the script.
   *
   * @param asked What the script gets, as JSON.
   * @returns What it answered; `undefined` when Redis did not, which was reported.
   */
  run(keys: readonly string[], asked: object): Promise<Answered | undefined>;
  /** Something else tells that Redis is away. */
  failed(error: unknown): void;
  /** Resolves when nothing is on its way any more; nothing is reported after that. */
  close(): Promise<void>;
}

/** What a script answered. */
export interface Answered {
  readonly answer: unknown;
}

/** What a link needs to know. */
export interface LinkOptions {
  readonly client: RedisClient;
  readonly script: Script;
  readonly timeoutMs: number;
  /** Is told when Redis goes away, once until it is back. */
  readonly onError: (error: HermesError) => unknown;
  /** A command was not answered in time: the connection may be dead. */
  readonly onTimeout: () => void;
}

/** Makes a link. */
export function createLink(options: LinkOptions): Link {
  const { client, script, timeoutMs, onError, onTimeout } = options;
  const underway = new Set<Promise<unknown>>();
  let isAway = false;
  return {
    async run(keys, asked) {
      const answered = within(timeoutMs, send(keys, JSON.stringify(asked)));
      underway.add(answered);
      try {
        const answer = await answered;
        isAway = false;
        return { answer };
      } catch (error) {
        failed(error);
        // Whoever waits for this may have something to send after it, on the same connection.
        if (isHermesError(error)) setTimeout(onTimeout);
        return undefined;
      } finally {
        underway.delete(answered);
      }
    },
    failed,
    async close() {
      await Promise.allSettled(underway);
      isAway = true;
    },
  };

  function failed(error: unknown): void {
    if (!isAway) onError(explain(error));
    isAway = true;
  }

  async function send(keys: readonly string[], asked: string): Promise<unknown> {
    const args = [...keys, asked];
    try {
      return await client.evalsha(script.sha, keys.length, ...args);
    } catch (error) {
      // A Redis that was started anew knows no scripts.
      if (!/^NOSCRIPT/.test(messageOf(error))) throw error;
      return await client.eval(script.lua, keys.length, ...args);
    }
  }
}

/**
 * Waits no longer than that.
 *
 * @throws HermesError `timed_out`.
 */
export async function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const end = (): void =>
      reject(new HermesError(`no answer within ${ms} ms`, { code: 'timed_out' }));
    // A process that was busy itself first reads what has come meanwhile.
    timer = setTimeout(() => (timer = setTimeout(end)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** An error of the client in words of ours: its own may carry the arguments of a command, a password among them. */
export function explain(error: unknown): HermesError {
  const said = messageOf(error);
  const why = /writeable|Connection is closed/.test(said) ? 'the connection is lost' : said;
  const code = isHermesError(error) ? error.code : 'connection_failed';
  return new HermesError(`The limits of callers cannot be counted in Redis: ${why}.`, { code });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
