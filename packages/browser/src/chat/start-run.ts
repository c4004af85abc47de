import { ask, type Question } from './ask.ts';
import type { StatusEvent } from './chat-status.ts';
import { describeError } from './describe-error.ts';
import type { Answer } from './message.ts';
import { type AnswerEvent, endAnswer, reduceAnswer } from './reduce-answer.ts';

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
export interface RunOptions extends Pick<Question, 'hermes' | 'params' | 'tools' | 'messages'> {
  /** Called after each change of the answer. `end` and `fail` come last, and once. */
  readonly changed: (event: StatusEvent | undefined) => void;
}

/** Begins to ask. Nothing is called back before this has returned. */
export function startRun(first: Answer, { changed, ...asked }: RunOptions): Run {
  const stopper = new AbortController();
  const waiting = new Map<string, (denied: string | undefined) => void>();
  let answer = first;
  const question: Question = { ...asked, signal: stopper.signal, decide: wait, tell };
  const ended = Promise.resolve()
    .then(() => (isOver() ? undefined : ask(question)))
    .then(() => end({ state: 'complete' }), failed);
  return { answer: () => answer, decide, stop, ended };

  function isOver(): boolean {
    return answer.state !== 'streaming';
  }

  function tell(event: AnswerEvent): void {
    if (isOver()) return;
    answer = reduceAnswer(answer, event);
    const isContent = event.type === 'part' && event.part.type !== 'warning';
    changed(isContent ? 'content' : undefined);
  }

  function wait(toolCallId: string): Promise<string | undefined> {
    return new Promise((resolve) => {
      waiting.set(toolCallId, resolve);
      tell({ type: 'call', toolCallId, status: 'awaiting-approval' });
      if (!isOver()) changed('wait');
    });
  }

  function decide(toolCallId: string, denied?: string): void {
    const resolve = waiting.get(toolCallId);
    if (!resolve || isOver()) return;
    waiting.delete(toolCallId);
    tell({ type: 'call', toolCallId, status: denied === undefined ? 'running' : 'denied' });
    if (waiting.size === 0) changed('decide');
    resolve(denied);
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
    answer = endAnswer(answer, how);
    changed(how.state === 'failed' ? 'fail' : 'end');
  }
}
