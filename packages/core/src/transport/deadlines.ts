import type { Runtime } from '../model/runtime.ts';
import type { Timeouts } from '../model/timeouts.ts';

/** One of the clocks that a call runs against. */
export type ClockName = keyof Timeouts;

/** A limit for each clock, in milliseconds. */
export type Limits = Readonly<Record<ClockName, number>>;

/** The clocks of one call, told of what happens. */
export interface Deadlines {
  /** An attempt is sent. */
  sent(): void;
  /** Nothing is expected of the host: its headers are here, or the client pauses before an attempt. */
  paused(): void;
  /** The client begins to wait for bytes. */
  waiting(): void;
  /** Bytes have arrived. What they bring is told at once, or is no matter of the caller's yet. */
  arrived(): void;
  /** They bring content, which the caller has now. */
  content(): void;
  /** They bring something else that the caller has now. */
  quiet(): void;
  stop(): void;
}

/** What the client waits for: the headers, more of the body, or nothing. */
type Phase = 'sending' | 'waiting' | 'paused' | 'arrived';

/** Which clocks run besides `total`; one that waits for what has come, or for what follows it, never runs out. */
const RUNNING: Partial<Readonly<Record<Phase, readonly ClockName[]>>> = {
  sending: ['firstByte', 'firstContent'],
  waiting: ['idleBytes', 'firstContent', 'idleContent'],
};

/**
 * Watches all clocks with one timer. It is set anew only for a clock that runs out sooner: when it rings,
 * it looks how late things really are and, if they are not, sleeps for the rest.
 */
export function createDeadlines(
  limits: Limits,
  runtime: Runtime,
  expire: (clock: ClockName) => void,
): Deadlines {
  const now = runtime.now();
  const since = { total: now, firstByte: now, firstContent: now, idleBytes: now, idleContent: now };
  let phase: Phase = 'paused';
  /** When the host's turn ended; nothing as long as it lasts. One look at the time for each chunk must do. */
  let left: number | undefined;
  let isOver = false;
  let rings = Infinity;
  let cancel: (() => void) | undefined;
  arm();

  return { sent, paused, waiting, arrived, content, quiet, stop };

  function sent(): void {
    since.firstByte = since.firstContent = runtime.now();
    since.idleContent = Infinity;
    phase = 'sending';
    arm();
  }

  function paused(): void {
    quiet();
    phase = 'paused';
    // Whoever is not waited for keeps no program alive.
    silence();
    arm();
  }

  function waiting(): void {
    const now = runtime.now();
    // The time in which the caller was busy is not the host's.
    const busy = now - (left ?? now);
    since.firstContent += busy;
    since.idleContent += busy;
    since.idleBytes = now;
    left = undefined;
    const isNew = phase === 'paused';
    phase = 'waiting';
    if (isNew || !cancel) arm();
  }

  function arrived(): void {
    phase = 'arrived';
  }

  function content(): void {
    // From here on another clock runs, which may be the faster one.
    if (since.firstContent < Infinity) phase = 'paused';
    since.firstContent = Infinity;
    // However long the caller is busy, the next one is waited for from the next wait on.
    since.idleContent = left = 0;
  }

  function quiet(): void {
    left = runtime.now();
  }

  function stop(): void {
    isOver = true;
    silence();
  }

  function arm(): void {
    const due = dueAt(earliest());
    if (isOver || due >= rings) return;
    silence();
    rings = due;
    cancel = runtime.after(Math.max(0, due - runtime.now()), ring);
  }

  function silence(): void {
    cancel?.();
    cancel = undefined;
    rings = Infinity;
  }

  function ring(): void {
    silence();
    const clock = earliest();
    if (dueAt(clock) <= runtime.now()) expire(clock);
    else arm();
  }

  function earliest(): ClockName {
    let first: ClockName = 'total';
    for (const clock of RUNNING[phase] ?? []) if (dueAt(clock) < dueAt(first)) first = clock;
    return first;
  }

  function dueAt(clock: ClockName): number {
    return since[clock] + limits[clock];
  }
}
