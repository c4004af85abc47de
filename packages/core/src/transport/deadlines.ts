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
  /** Bytes have arrived. */
  arrived(): void;
  /** Content has arrived. */
  content(): void;
  stop(): void;
}

/**
 * Watches all clocks with one timer. It is not set anew for each chunk: when it runs out, it looks how
 * late things really are and, if they are not, sleeps for the rest.
 */
export function createDeadlines(
  limits: Limits,
  runtime: Runtime,
  expire: (clock: ClockName) => void,
): Deadlines {
  const startedAt = runtime.now();
  let phase: 'sending' | 'waiting' | 'arrived' | 'paused' = 'paused';
  let isOver = false;
  let sentAt = startedAt;
  let byteAt = startedAt;
  let contentAt: number | undefined;
  let cancel: (() => void) | undefined;
  arm();

  return { sent, paused, waiting, arrived, content, stop };

  function sent(): void {
    sentAt = runtime.now();
    contentAt = undefined;
    phase = 'sending';
    arm();
  }

  function paused(): void {
    byteAt = runtime.now();
    phase = 'paused';
    arm();
  }

  function waiting(): void {
    const now = runtime.now();
    // The time in which the caller was busy is not the host's.
    sentAt += now - byteAt;
    if (contentAt !== undefined) contentAt += now - byteAt;
    byteAt = now;
    const isNew = phase === 'paused';
    phase = 'waiting';
    if (isNew || !cancel) arm();
  }

  function arrived(): void {
    byteAt = runtime.now();
    phase = 'arrived';
  }

  function content(): void {
    const isFirst = contentAt === undefined;
    contentAt = byteAt;
    // From here on another clock runs, which may be the faster one.
    if (isFirst) arm();
  }

  function stop(): void {
    isOver = true;
    cancel?.();
    cancel = undefined;
  }

  function arm(): void {
    cancel?.();
    cancel = undefined;
    const { due } = earliest();
    if (isOver || due === Infinity) return;
    cancel = runtime.after(Math.max(0, due - runtime.now()), () => {
      cancel = undefined;
      const { clock, due: dueNow } = earliest();
      if (dueNow <= runtime.now()) expire(clock);
      else arm();
    });
  }

  function earliest(): { clock: ClockName; due: number } {
    let clock: ClockName = 'total';
    let due = startedAt + limits.total;
    const consider = (name: ClockName, since: number): void => {
      if (since + limits[name] >= due) return;
      clock = name;
      due = since + limits[name];
    };
    if (phase === 'sending') consider('firstByte', sentAt);
    if (phase === 'waiting') consider('idleBytes', byteAt);
    if (phase === 'sending' || phase === 'waiting') {
      if (contentAt === undefined) consider('firstContent', sentAt);
      else consider('idleContent', contentAt);
    }
    return { clock, due };
  }
}
