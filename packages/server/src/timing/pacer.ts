import { type Clock, waitOn } from '../clock.ts';
import type { TimingProfile } from './timing-profile.ts';

/** Gives answers the pace of a model. */
export interface Pacer {
  /** A call begins; its pace ends with it. */
  begin(): CallPace;
}

/** The pace of one call. */
export interface CallPace {
  /** Waits until the first token would come; rejects with the signal's reason when the caller leaves. */
  firstToken(promptTokens: number, signal: AbortSignal): Promise<void>;
  /** Waits until the next token would come; rejects with the signal's reason when the caller leaves. */
  nextToken(signal: AbortSignal): Promise<void>;
  /** The call is over, and no longer slows the others. */
  end(): void;
}

/**
 * Makes the pace of a model out of its profile.
 *
 * @param random From 0 up to, not including, 1; the same numbers make the same pace.
 */
export function createPacer(
  { overheadMs, promptTokenMs, tokenMs, jitter, loadFactor }: TimingProfile,
  { random, clock }: { readonly random: () => number; readonly clock: Clock },
): Pacer {
  let calls = 0;
  return { begin };

  function begin(): CallPace {
    calls += 1;
    let dueAt = clock.now();
    let over = false;
    return {
      firstToken: (promptTokens, signal) => {
        dueAt = clock.now();
        return pass(overheadMs + promptTokens * promptTokenMs, signal);
      },
      nextToken: (signal) => pass(tokenMs, signal),
      end: () => {
        if (!over) calls -= 1;
        over = true;
      },
    };

    /** Counted from when the last token was due: a slow reader or timer does not slow the model. */
    async function pass(ms: number, signal: AbortSignal): Promise<void> {
      signal.throwIfAborted();
      const strayed = ms * (1 + jitter * (2 * random() - 1));
      dueAt += strayed * (1 + loadFactor * (calls - 1));
      const left = dueAt - clock.now();
      if (left > 0) await waitOn(clock, left, signal);
    }
  }
}
