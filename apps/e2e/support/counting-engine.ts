import type { TokenEngine } from '@hermes4/server';

/** An engine that never ends its turn, and says how far it went. */
export interface CountingEngine extends TokenEngine {
  /** How many tokens were asked of it. */
  generated(): number;
  /** Resolves when the server has let go of it. */
  readonly stopped: Promise<void>;
}

/** A token a turn of the event loop, until nobody wants more. */
export function createCountingEngine(): CountingEngine {
  let tokens = 0;
  let stop: () => void;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  return {
    name: 'counting',
    fingerprint: 'counting-1',
    tokenCounts: 'exact',
    countTokens: () => 1,
    generated: () => tokens,
    stopped,
    async *generate() {
      try {
        for (;;) {
          await new Promise((resolve) => setImmediate(resolve));
          tokens += 1;
          yield { text: `${tokens} ` };
        }
      } finally {
        stop();
      }
    },
  };
}
