import type { Clock } from '../clock.ts';

/** Keeps one that works without waiting from keeping everybody else waiting. */
export interface Breather {
  /** Whether this turn of the event loop has lasted long enough. */
  isDue(): boolean;
  /** Lets the event loop turn. */
  rest(): Promise<void>;
  /** Leaves nothing behind. */
  stop(): void;
}

/** How long a turn may last, in milliseconds; people do not notice less. */
const LONGEST_TURN_MS = 8;

/**
 * Engines that never wait would let promises run on promises, and no timer, socket or other caller would
 * get a turn. The clock tells when a turn of the event loop is over: a timer that was due at once has run.
 */
export function createBreather(clock: Clock): Breather {
  let startedAt: number | undefined;
  let callOff: (() => void) | undefined;
  let wake: (() => void) | undefined;

  return { isDue, rest, stop };

  function isDue(): boolean {
    if (startedAt === undefined) {
      startedAt = clock.now();
      callOff = clock.after(0, turnIsOver);
      return false;
    }
    return clock.now() - startedAt >= LONGEST_TURN_MS;
  }

  function rest(): Promise<void> {
    if (startedAt === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      wake = resolve;
    });
  }

  function turnIsOver(): void {
    startedAt = undefined;
    wake?.();
    wake = undefined;
  }

  function stop(): void {
    callOff?.();
    turnIsOver();
  }
}
