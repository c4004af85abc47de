import { ask } from './ask.ts';
import type { StatusEvent } from './chat-status.ts';
import { describeError } from './describe-error.ts';
import type { Answer } from './message.ts';
import type { CallsUnderWay, Question } from './question.ts';
import type { Change } from './reduce-answer.ts';

/** One answer on its way. */
export interface Run {
  /** The answer as far as it has arrived. */
  answer(): Answer;
  /** Says of a call that waits whether it may run; nothing happens for one that does not wait. */
  decide(toolCallId: string, denied?: string): void;
  /** Ends the answer at once; what has arrived stays. */
  stop(): void;
  /** Resolves when the answer has ended, however it did. */
  readonly ended: Promise<void>;
}

/** What a run needs. */
export interface RunOptions extends Omit<Question, 'signal' | 'tell' | 'heed'> {
  /** Called after each change of the answer. `end` and `fail` come last, and once. */
  readonly changed: (event: StatusEvent | undefined) => void;
}

/** Begins to ask. Nothing is called back before this has returned. */
export function startRun(first: Answer, { changed, ...asked }: RunOptions): Run {
  const stopper = new AbortController();
  let answer = first;
  let calls: CallsUnderWay | undefined;
  const heed = (its: CallsUnderWay): void => void (calls = its);
  const question: Question = { ...asked, signal: stopper.signal, tell, heed };
  const ended = Promise.resolve()
    .then(() => (isOver() ? undefined : ask(question)))
    .then(() => end({ state: 'complete' }), failed);
  const decide: Run['decide'] = (id, denied) => (isOver() ? undefined : calls?.decide(id, denied));
  return { answer: () => answer, decide, stop, ended };

  function isOver(): boolean {
    return answer.state !== 'streaming';
  }

  function tell(change: Change, event?: StatusEvent): void {
    if (isOver()) return;
    answer = change(answer);
    changed(event);
  }

  function stop(): void {
    end({ state: 'stopped' });
    stopper.abort(new DOMException('The answer was stopped.', 'AbortError'));
  }

  function failed(error: unknown): void {
    // Somebody else stopped it, such as a page that was left.
    if (error instanceof Error && error.name === 'AbortError') end({ state: 'stopped' });
    else end({ state: 'failed', error: describeError(error) });
  }

  function end(how: Pick<Answer, 'state' | 'error'>): void {
    if (isOver()) return;
    answer = { ...(calls ? calls.stop(answer) : answer), ...how };
    changed(how.state === 'failed' ? 'fail' : 'end');
  }
}
