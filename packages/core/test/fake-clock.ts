import { createHermes, type Runtime } from '../src/index.ts';

// Some code is loaded with the first call that needs it, which takes time that no clock of ours counts.
for (const answer of [new Response('', { status: 401 }), Response.json({ choices: [] })]) {
  const { completions } = createHermes({ fetch: () => Promise.resolve(answer) }).chat;
  await completions.create({ messages: [], reasoning: true }).catch(() => undefined);
}

/** A clock that stands still until it is told to run, and dice that always show the same. */
export interface FakeClock {
  readonly runtime: Runtime;
  /** Milliseconds since the clock was made. */
  elapsed(): number;
  /** How many timers are set and have neither run nor been cleared. */
  live(): number;
  /** How many timers have been set in all. */
  set(): number;
  /** Lets time pass, running what falls due, in order. */
  pass(ms: number): Promise<void>;
  /** Lets as much time pass as the next timer needs; `false` when none is set. */
  next(): Promise<boolean>;
}

const START = Date.UTC(2026, 0, 1);

/** Makes a clock that stands at the beginning of 2026. */
export function fakeClock(random = 0.5): FakeClock {
  const timers = new Map<symbol, { readonly at: number; readonly run: () => void }>();
  let now = START;
  let made = 0;

  const runtime: Runtime = {
    now: () => now,
    random: () => random,
    after(ms, run) {
      const timer = Symbol('timer');
      made += 1;
      timers.set(timer, { at: now + ms, run });
      return () => void timers.delete(timer);
    },
  };
  return {
    runtime,
    elapsed: () => now - START,
    live: () => timers.size,
    set: () => made,
    pass,
    next,
  };

  async function pass(ms: number): Promise<void> {
    const until = now + ms;
    for (;;) {
      await settle();
      const due = earliest();
      if (!due || due[1].at > until) break;
      fire(due);
    }
    now = until;
    await settle();
  }

  async function next(): Promise<boolean> {
    await settle();
    const due = earliest();
    if (!due) return false;
    fire(due);
    await settle();
    return true;
  }

  function earliest(): [symbol, { readonly at: number; readonly run: () => void }] | undefined {
    return [...timers.entries()].sort(([, a], [, b]) => a.at - b.at)[0];
  }

  function fire([timer, { at, run }]: [
    symbol,
    { readonly at: number; readonly run: () => void },
  ]): void {
    timers.delete(timer);
    now = Math.max(now, at);
    run();
  }
}

/** Lets everything happen that needs no clock. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setImmediate(resolve));
}
