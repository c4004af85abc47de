import type { Clock } from '../../clock.ts';
import { Refusal } from '../../refusal.ts';

/** Ends one call to the upstream: because the caller has gone, or after too long a silence. */
export interface Stopper {
  /** For what obeys signals. */
  readonly signal: AbortSignal;
  /**
   * Waits, but no longer than until the call is stopped.
   *
   * @param limit The longest silence, the error after it, and what to do with what comes too late.
   */
  wait<T>(awaited: Promise<T>, limit: Limit<T>): Promise<T>;
  /** What to tell of an error: why the call was stopped, a refusal as it is, or what is made of the rest. */
  reasonOf(error: unknown, otherwise: (error: unknown) => Refusal): unknown;
  /** Leaves no listener behind. */
  release(): void;
}

interface Limit<T> {
  readonly ms: number;
  readonly tooSlow: () => Refusal;
  readonly late?: ((value: T) => void) | undefined;
}

/** Watches over one call. */
export function createStopper(gone: AbortSignal, clock: Clock): Stopper {
  gone.throwIfAborted();
  const controller = new AbortController();
  let stopped: { readonly reason: unknown } | undefined;
  let wake = (): void => undefined;
  const leave = (): void => stop(gone.reason);
  gone.addEventListener('abort', leave, { once: true });

  return { signal: controller.signal, wait, reasonOf, release };

  function stop(reason: unknown): void {
    stopped ??= { reason };
    wake();
    controller.abort(reason);
  }

  /** Not `Promise.race`: with a promise that outlives all waits, each would leave something behind. */
  async function wait<T>(awaited: Promise<T>, { ms, tooSlow, late }: Limit<T>): Promise<T> {
    const cancel = ms === Infinity ? undefined : clock.after(ms, () => stop(tooSlow()));
    try {
      return await new Promise<T>((resolve, reject) => {
        // A caller may leave with any reason.
        const fail: (reason: unknown) => void = reject;
        const giveUp = (): void => {
          fail(stopped?.reason);
          awaited.then(late, () => undefined);
        };
        wake = giveUp;
        awaited.then(resolve, reject);
        // The caller may have left while nobody was waiting.
        if (stopped) giveUp();
      });
    } finally {
      cancel?.();
      wake = () => undefined;
    }
  }

  function reasonOf(error: unknown, otherwise: (error: unknown) => Refusal): unknown {
    if (stopped) return stopped.reason;
    return error instanceof Refusal ? error : otherwise(error);
  }

  function release(): void {
    gone.removeEventListener('abort', leave);
  }
}
