import type { Hermes } from '@hermes4/core';
import type { ChatOptions } from './chat.ts';
import type { ChatStatus, StatusEvent } from './chat-status.ts';
import { pathTo } from './conversation.ts';
import type { Thread } from './create-thread.ts';
import type { ChatError, ChatMessage } from './message.ts';
import { type Run, startRun } from './start-run.ts';

/** Has messages answered, one at a time. */
export interface Answering {
  status(): ChatStatus;
  /** Why the last answer failed, while the status is `error`. */
  error(): ChatError | undefined;
  /** The answer that is on its way. */
  currentId(): string | undefined;
  /** Asks for an answer to a message, or once more for one that had nothing in it; resolves when it has ended. */
  answer(parentId: string, again?: ChatMessage): Promise<void>;
  /** Puts what has arrived into the thread. */
  flush(): void;
  stop(): void;
  decide(callId: string, denied?: string): void;
  /** Forgets a failure: something else is shown. */
  leave(): void;
}

/** What answering needs. */
export interface AnsweringOptions extends Pick<ChatOptions, 'params' | 'system' | 'tools'> {
  readonly hermes: Hermes;
  readonly thread: Thread;
  /** Something has happened that is to be seen: a piece of the answer has come, it waits, or it has ended. */
  readonly changed: (what: 'piece' | 'turn' | 'end') => void;
}

/** Nothing is asked before the first `answer()`. */
export function createAnswering(options: AnsweringOptions): Answering {
  const { thread, changed } = options;
  let error: ChatError | undefined;
  let run: Run | undefined;
  /** What the run is doing. */
  let doing: ChatStatus = 'sending';
  return {
    status: () => (run ? doing : error ? 'error' : 'idle'),
    error: () => error,
    currentId: () => run?.answer().id,
    answer,
    flush,
    stop: () => run?.stop(),
    decide: (callId, denied) => run?.decide(callId, denied),
    leave,
  };

  function answer(parentId: string, again?: ChatMessage): Promise<void> {
    run?.stop();
    const path = pathTo(thread.tree(), parentId);
    const first = thread.answer(parentId, again);
    run = startRun(first, { ...options, path, changed: moved });
    error = undefined;
    doing = 'sending';
    changed('turn');
    return run.ended;
  }

  function moved(event: StatusEvent | undefined): void {
    if (event === 'wait') doing = 'awaiting-approval';
    if (event === 'decide' || (event === 'content' && doing === 'sending')) doing = 'streaming';
    if (event !== 'end' && event !== 'fail') {
      changed(event === 'wait' || event === 'decide' ? 'turn' : 'piece');
      return;
    }
    flush();
    error = run?.answer().error;
    run = undefined;
    changed('end');
  }

  function flush(): void {
    if (run) thread.put(run.answer());
  }

  function leave(): void {
    error = undefined;
  }
}
