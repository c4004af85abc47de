import type { Context } from '../command.ts';
import { UsageError } from '../failure.ts';
import type { Exchange } from '../history/exchange.ts';

/** How a person says that a conversation goes on. */
export interface GoOnOptions {
  /** From the last exchange that was kept. */
  readonly continue?: true;
  /** From this one. */
  readonly from?: number;
}

/**
 * What was said before, when a conversation is to go on; nothing when a new one begins.
 *
 * @throws UsageError when there is no such exchange; Failure when the history cannot be used.
 */
export async function readEarlier(
  { continue: isContinued, from }: GoOnOptions,
  { io }: Context,
): Promise<readonly Exchange[]> {
  if (!isContinued && from === undefined) return [];
  const { historyPath, openHistory } = await import('../history/open-history.ts');
  const history = await openHistory(historyPath(io));
  try {
    const last = from === undefined ? history.latest() : history.find(from);
    if (last) return history.thread(last.id);
    throw new UsageError(
      from === undefined
        ? 'There is nothing to go on from: no exchange is kept yet.'
        : `There is no exchange ${from}. hermes4 history list shows the last ones.`,
    );
  } finally {
    history.close();
  }
}
