import type { ChatCompletionChunk } from '../model/chat-completion.ts';
import type { Feed } from './feed.ts';
import { stopped } from './stopped.ts';

const END = { done: true, value: undefined } as const;

/**
 * Hands a feed out item by item. Items that arrived together are given without waiting for the
 * network; `break` and a thrown error stop the call.
 */
export function iterate<Item>(
  feed: Feed,
  itemsOf: (chunks: readonly ChatCompletionChunk[]) => readonly Item[],
): AsyncIterableIterator<Item> {
  let items: readonly Item[] = [];
  let position = 0;
  let ended = false;
  let refilling: Promise<IteratorResult<Item>> | undefined;

  const iterator: AsyncIterableIterator<Item> = {
    next,
    return: () => {
      ended = true;
      feed.abort(stopped('The stream was left before its end.'));
      return Promise.resolve(END);
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;

  function next(): Promise<IteratorResult<Item>> {
    // Several `next()` calls may wait at once; each goes on where the one before it ends.
    if (refilling) return refilling.then(next, next);
    const result = atHand();
    return result ? Promise.resolve(result) : (refilling = feed.advance().then(refilled, failed));
  }

  function atHand(): IteratorResult<Item> | undefined {
    if (ended) return END;
    if (position === items.length) {
      items = itemsOf(feed.take());
      position = 0;
    }
    if (position === items.length) return undefined;
    return { done: false, value: items[position++] as Item };
  }

  function refilled(more: boolean): IteratorResult<Item> | Promise<IteratorResult<Item>> {
    refilling = undefined;
    if (!more) ended = true;
    return atHand() ?? next();
  }

  function failed(error: unknown): never {
    refilling = undefined;
    ended = true;
    throw error;
  }
}
