import type { Runtime } from '@hermes4/core';

/** What measures time and waits; a test puts its own here. */
export type Clock = Pick<Runtime, 'now' | 'after'>;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
