import type { Clock } from '../../../clock.ts';
import type { Attempt, Outcome } from './attempt.ts';

/** Who is asked, and when somebody else is asked as well. */
export interface RaceOptions {
  /** Offers the call to the next upstream; `undefined` when there is none to offer it to. */
  readonly next: () => Attempt | undefined;
  /** After how long a silence a second upstream is asked, in milliseconds. */
  readonly hedgeAfterMs: number | undefined;
  readonly clock: Clock;
}

/**
 * Offers a call to one upstream after another, until one begins to answer. Where all fail, the last to do so
 * tells why. All others are hung up on.
 *
 * @returns `undefined` when there was nobody to ask.
 */
export function firstToBegin({
  next,
  hedgeAfterMs,
  clock,
}: RaceOptions): Promise<Outcome | undefined> {
  return new Promise((resolve) => {
    const running = new Set<Attempt>();
    let isOver = false;
    let last: Outcome | undefined;
    let stopWaiting = (): void => undefined;
    ask();
    if (running.size === 0) resolve(undefined);
    else if (hedgeAfterMs !== undefined) stopWaiting = clock.after(hedgeAfterMs, ask);

    function ask(): void {
      const attempt = next();
      if (!attempt) return;
      running.add(attempt);
      void attempt.outcome.then((outcome) => {
        running.delete(attempt);
        settle(outcome);
      });
    }

    function settle(outcome: Outcome): void {
      if (isOver) {
        drop(outcome);
        return;
      }
      drop(last);
      last = outcome;
      if (isFinal(outcome)) finish(outcome);
      else ask();
      if (running.size === 0) finish(outcome);
    }

    function finish(outcome: Outcome): void {
      if (isOver) return;
      isOver = true;
      stopWaiting();
      for (const attempt of running) attempt.leave();
      resolve(outcome);
    }
  });
}

/** What no other upstream could do better. */
function isFinal(outcome: Outcome): boolean {
  return outcome.kind === 'left' || (outcome.kind === 'begun' && outcome.verdict.kind === 'answer');
}

function drop(outcome: Outcome | undefined): void {
  if (outcome?.kind === 'begun') outcome.call.answer.close();
}
