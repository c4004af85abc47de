import type { Runtime } from '../model/runtime.ts';
import { type Attempt, createAttempt } from './attempt.ts';
import { orStopped } from './or-stopped.ts';

/** What can end one call before its time, and what then has to wake up. */
export interface Stopper {
  /** Begins to follow the caller's signal. */
  follow(): void;
  /** Begins an attempt; what waits for the one before it is forgotten. */
  next(): Attempt;
  /** The attempt that is under way; a first one when none was begun. */
  current(): Attempt;
  /** Stops the call for good. */
  readonly stop: (reason: unknown) => void;
  isStopped(): boolean;
  /** What the call was stopped with, else this error. */
  reasonOr(error: unknown): unknown;
  throwIfStopped(): void;
  /**
   * Waits for work that knows nothing of attempts, until the call is stopped.
   *
   * @param letGo Frees what comes after that.
   */
  orStopped<Value>(work: Promise<Value>, letGo?: (value: Value) => void): Promise<Value>;
  /** Pauses; a stop ends the pause at once. */
  pause(ms: number, runtime: Runtime): Promise<void>;
  /** Stops following the caller's signal. */
  end(): void;
}

/**
 * Makes what stops a call; nothing listens before `follow()`.
 *
 * @param onStop Runs when the call is stopped.
 */
export function createStopper(signal: AbortSignal | undefined, onStop: () => void): Stopper {
  let attempt: Attempt | undefined;
  let stopped: { readonly reason: unknown } | undefined;
  const waiting: ((reason: unknown) => void)[] = [];

  return {
    follow,
    next: () => (attempt = createAttempt()),
    current: () => (attempt ??= createAttempt()),
    stop,
    isStopped: () => stopped !== undefined,
    reasonOr: (error) => (stopped ? stopped.reason : error),
    throwIfStopped,
    orStopped: (work, letGo) => orStopped(work, onWait, letGo),
    pause,
    end,
  };

  function follow(): void {
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
  }

  function onAbort(): void {
    stop(signal?.reason);
  }

  function stop(reason: unknown): void {
    if (stopped) return;
    stopped = { reason };
    end();
    onStop();
    attempt?.interrupt(reason);
    for (const wake of waiting) wake(reason);
  }

  function onWait(wake: (reason: unknown) => void): void {
    if (stopped) wake(stopped.reason);
    else waiting.push(wake);
  }

  function throwIfStopped(): void {
    if (stopped) throw stopped.reason;
  }

  function pause(ms: number, runtime: Runtime): Promise<void> {
    return new Promise((resolve) => {
      const cancel = runtime.after(ms, resolve);
      onWait(() => {
        cancel();
        resolve();
      });
    });
  }

  function end(): void {
    signal?.removeEventListener('abort', onAbort);
  }
}
