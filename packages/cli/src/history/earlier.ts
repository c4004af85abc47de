import type { ChatCompletionMessageInput } from '@hermes4/node';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Exchange } from './exchange.ts';
import { historyPath, openHistory } from './open-history.ts';

/** What was said before, for a call that goes on from there. */
export interface Earlier {
  readonly system: string | undefined;
  readonly messages: readonly ChatCompletionMessageInput[];
  /** The exchange that was last. */
  readonly parent: number;
}

/**
 * What was said in a conversation.
 *
 * @param id An exchange of it; the last of all when left out.
 * @throws UsageError when there is no such exchange.
 */
export async function earlierIn(id: string | undefined, io: Io): Promise<Earlier> {
  const thread = await threadOf(id, io);
  const last = thread.at(-1);
  if (!last) throw new UsageError(nothingLike(id));
  return {
    system: last.system,
    messages: thread.flatMap(({ messages, answer }) => [...messages, answer]),
    parent: last.id,
  };
}

/**
 * The exchanges that led to the last one of a conversation.
 *
 * @param id An exchange of the conversation; the last of all when left out.
 */
export async function threadOf(id: string | undefined, io: Io): Promise<readonly Exchange[]> {
  const history = await openHistory(historyPath(io));
  try {
    const named = id === undefined || !/^\d+$/.test(id) ? undefined : history.find(Number(id));
    const last = id === undefined ? history.latest() : named && history.latest(named.conversation);
    return last ? history.thread(last.id) : [];
  } finally {
    history.close();
  }
}

/** Why there is nothing to go on from. */
export function nothingLike(id: string | undefined): string {
  return id === undefined
    ? 'There is no conversation to go on with: none is kept yet.'
    : `There is no conversation ${JSON.stringify(id)} to go on with. hermes4 history list shows the last ones.`;
}
