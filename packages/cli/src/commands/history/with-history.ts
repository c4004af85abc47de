import type { Context } from '../../command.ts';
import type { History } from '../../history/history.ts';
import { historyPath, openHistory } from '../../history/open-history.ts';

/** Opens the history for as long as it is used. */
export async function withHistory<T>(
  { io }: Context,
  use: (history: History) => T | Promise<T>,
): Promise<T> {
  const history = await openHistory(historyPath(io));
  try {
    return await use(history);
  } finally {
    history.close();
  }
}
