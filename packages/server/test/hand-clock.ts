import type { Clock } from '../src/clock.ts';
import { manualClock } from './manual-clock.ts';

/** A clock that a test moves, and that waits until what fell due is done. */
export interface HandClock extends Clock {
  /** Lets time pass, and what waits for it go on. */
  pass(ms: number): Promise<void>;
  /** How many timers are set. */
  live(): number;
}

/** A clock for work that goes on over several turns of the event loop. */
export function handClock(): HandClock {
  const clock = manualClock();
  return {
    now: () => clock.now(),
    after: (ms, run) => clock.after(ms, run),
    live: () => clock.pending(),
    async pass(ms) {
      clock.pass(ms);
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
