import type { EngineExchange } from '../../engine.ts';
import type { UpstreamAnswer } from '../call-upstream.ts';
import type { OpenedCall, Upstream } from '../open-upstream.ts';
import { holdBeginning } from './hold-beginning.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** How far a call came with one upstream, before the caller got anything of it. */
export type Outcome =
  /** It is being answered; what is no good answer can be given out when nobody has a better one. */
  | {
      readonly kind: 'begun';
      readonly by: string;
      readonly call: OpenedCall;
      readonly verdict: Verdict;
    }
  /** There is no answer. */
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Nobody waits for it any more. */
  | { readonly kind: 'left'; readonly error: unknown };

/** A call on its way to one upstream. */
export interface Attempt {
  /** Never rejects. */
  readonly outcome: Promise<Outcome>;
  /** Hangs up: nobody waits for the answer any more. */
  leave(): void;
  /** Gives the upstream up, which is its failure, unless its answer has begun. */
  giveUp(reason: Error): void;
}

/** What is to be known of an attempt while it goes on. */
export interface AttemptWatch {
  /** Who is asked. */
  readonly name: string;
  now(): number;
  /** The answer has begun; its rest may still break off. */
  begun(verdict: Verdict): void;
  /** It is over: the answer has ended, has broken off, or nobody waits for it. Called once, last. */
  ended(how: Ending): void;
}

/** How an attempt ended. */
export type Ending =
  | { readonly kind: 'whole' | 'left' }
  | { readonly kind: 'broken'; readonly error: unknown };

/** Offers a call to an upstream and waits until its answer begins. */
export function attempt(
  upstream: Upstream,
  exchange: EngineExchange,
  watch: AttemptWatch,
): Attempt {
  const { signal } = exchange;
  const controller = new AbortController();
  let state: 'waiting' | 'begun' | 'over' = 'waiting';
  let hasLeft = false;
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) leave();

  return {
    outcome: begin(),
    leave,
    giveUp(reason) {
      if (state === 'waiting') controller.abort(reason);
    },
  };

  function leave(): void {
    hasLeft = true;
    controller.abort(signal.reason);
  }

  async function begin(): Promise<Outcome> {
    try {
      const opened = await upstream.open(exchange, controller.signal);
      const { answer, isFailure } = await holdBeginning(opened.answer);
      const { forwardCallerKey: isCallersKey } = upstream.relay;
      const { status, headers } = answer;
      const context = { now: watch.now(), isCallersKey };
      const verdict = verdictOf({ status, headers, isFailure }, context);
      state = 'begun';
      watch.begun(verdict);
      return {
        kind: 'begun',
        by: watch.name,
        call: { ...opened, answer: watched(answer) },
        verdict,
      };
    } catch (error) {
      fail(error);
      return { kind: hasLeft ? 'left' : 'failed', error };
    }
  }

  function watched(answer: UpstreamAnswer): UpstreamAnswer {
    return {
      status: answer.status,
      headers: answer.headers,
      async read() {
        try {
          const part = await answer.read();
          if (!part) end({ kind: 'whole' });
          return part;
        } catch (error) {
          fail(error);
          throw error;
        }
      },
      close() {
        end({ kind: 'left' });
        answer.close();
      },
    };
  }

  function fail(error: unknown): void {
    end(hasLeft ? { kind: 'left' } : { kind: 'broken', error });
  }

  function end(how: Ending): void {
    if (state === 'over') return;
    state = 'over';
    signal.removeEventListener('abort', leave);
    watch.ended(how);
  }
}
