import type { Runtime } from '../model/runtime.ts';

/** Timers of the platform take no more; what is later is looked at again by then. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Does not change, and reading it costs as much as the clock. */
const ORIGIN = performance.timeOrigin;

/** The machine's own clock and dice. */
export const systemRuntime: Runtime = {
  // The wall clock may be set while a call runs; this sum keeps both its date and its pace.
  now: () => ORIGIN + performance.now(),
  random: () => Math.random(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(ms, LONGEST_TIMER));
    return () => clearTimeout(timer);
  },
};
