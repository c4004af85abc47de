import type { Clock } from '../src/clock.ts';

/** A clock that a test moves. */
export interface HandClock extends Clock {
  /** Lets time pass, running what falls due. */
  pass(ms: number): Promise<void>;
  /** How many timers are set. */
  live(): number;
}

/** A clock that stands still until it is told otherwise. */
export function handClock(): HandClock {
  const timers = new Map<symbol, { readonly at: number; readonly run: () => void }>();
  let now = 0;
  return {
    now: () => now,
    live: () => timers.size,
    after(ms, run) {
      const timer = Symbol('timer');
      timers.set(timer, { at: now + ms, run });
      return () => void timers.delete(timer);
    },
    async pass(ms) {
      now += ms;
      for (const [timer, { at, run }] of timers) {
        if (at > now) continue;
        timers.delete(timer);
        run();
      }
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
