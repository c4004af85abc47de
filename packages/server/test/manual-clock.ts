import type { Clock } from '../src/clock.ts';

/** A clock that stands still until a test moves it. */
export function manualClock(start: Date | number = 0): Clock & {
  /** Lets time pass, and what was to run in it run, in order. */
  pass(ms: number): void;
  /** How many things are still to run. */
  pending(): number;
} {
  let time = Number(start);
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    now: () => time,
    after(ms, run) {
      const entry = { at: time + ms, run };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    pending: () => waiting.size,
    pass(ms) {
      const end = time + ms;
      for (;;) {
        const [next] = [...waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        waiting.delete(next);
        time = next.at;
        next.run();
      }
      time = end;
    },
  };
}
