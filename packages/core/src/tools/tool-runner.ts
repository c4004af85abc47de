import type { ChatCompletion } from '../model/chat-completion.ts';

/** Hands out the events of a run; finalCompletion() and the loop may both drive it. */
export interface Driver<Event> {
  readonly iterator: AsyncIterableIterator<Event, undefined>;
  readonly finalCompletion: () => Promise<ChatCompletion>;
}

const END = { done: true, value: undefined } as const;

/**
 * Draws on a run's events, one at a time, only as far as somebody asks; events that nobody has read stay
 * readable. Leaving the loop stops the run.
 */
export function driveRun<Event>(
  events: AsyncGenerator<Event, ChatCompletion, undefined>,
  stop: () => void,
): Driver<Event> {
  const waiting: Event[] = [];
  let taken = 0;
  let pending: Promise<boolean> | undefined;
  let outcome: (() => ChatCompletion) | undefined;
  let left = false;

  const iterator: AsyncIterableIterator<Event, undefined> = {
    next,
    return: async () => {
      left = true;
      stop();
      await events.return(undefined as never).catch(() => undefined);
      return END;
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return { iterator, finalCompletion };

  function advance(): Promise<boolean> {
    return (pending ??= step().finally(() => (pending = undefined)));
  }

  async function step(): Promise<boolean> {
    if (outcome) return false;
    try {
      const { done, value } = await events.next();
      if (done) outcome = () => value;
      else waiting.push(value);
    } catch (error) {
      outcome = () => {
        throw error;
      };
    }
    return true;
  }

  async function next(): Promise<IteratorResult<Event, undefined>> {
    while (!left && taken === waiting.length && (await advance()));
    if (left) return END;
    if (taken < waiting.length) return { done: false, value: waiting[taken++] as Event };
    left = true;
    outcome?.();
    return END;
  }

  async function finalCompletion(): Promise<ChatCompletion> {
    while (await advance());
    return (outcome as () => ChatCompletion)();
  }
}
