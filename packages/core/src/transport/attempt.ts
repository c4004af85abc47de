/** One attempt: what it can be broken off with. */
export interface Attempt {
  /** For the platform's `fetch`. */
  signal(): AbortSignal;
  /** Breaks the attempt off; whatever waits for it rejects with this reason. */
  interrupt(reason: unknown): void;
  readonly throwIfInterrupted: () => void;
  /** Says what wakes whoever waits for this attempt. */
  readonly onStop: (wake: ((reason: unknown) => void) | undefined) => void;
}

/** Begins an attempt. */
export function createAttempt(): Attempt {
  // The dearest thing that a call makes, and a `fetch` of the caller's own may have no use for it.
  let controller: AbortController | undefined;
  let interrupted: { readonly reason: unknown } | undefined;
  let wake: ((reason: unknown) => void) | undefined;

  return { signal, interrupt, throwIfInterrupted, onStop };

  function signal(): AbortSignal {
    controller ??= new AbortController();
    if (interrupted) controller.abort(interrupted.reason);
    return controller.signal;
  }

  function interrupt(reason: unknown): void {
    interrupted ??= { reason };
    controller?.abort(reason);
    wake?.(reason);
    wake = undefined;
  }

  /** A `fetch` may have interrupted the attempt itself, before anybody could wait. */
  function onStop(next: ((reason: unknown) => void) | undefined): void {
    if (interrupted) next?.(interrupted.reason);
    else wake = next;
  }

  function throwIfInterrupted(): void {
    if (interrupted) throw interrupted.reason;
  }
}
