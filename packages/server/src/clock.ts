/** Time, as the server takes it: the machine's own, or one that a test moves by hand. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Runs something later, once.
   *
   * @param ms How much later, in milliseconds.
   * @returns What calls it off.
   */
  after(ms: number, run: () => void): () => void;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Waits, for ever when `ms` is infinite; rejects with the signal's reason as soon as it is aborted.
 *
 * @param ms Milliseconds.
 */
export function waitOn(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    // A signal that was aborted before never fires again.
    signal.throwIfAborted();
    const cancel = ms === Infinity ? undefined : clock.after(ms, end);
    signal.addEventListener('abort', end, { once: true });

    function end(): void {
      cancel?.();
      signal.removeEventListener('abort', end);
      if (signal.aborted) reject(signal.reason as Error);
      else resolve();
    }
  });
}
