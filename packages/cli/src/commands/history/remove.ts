import type { Context } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { readDuration } from '../../format/read-duration.ts';
import type { History } from '../../history/history.ts';
import { confirm } from '../../terminal/confirm.ts';
import { conversationOf } from './conversation-of.ts';
import { withHistory } from './with-history.ts';

/** What `hermes4 history remove` can be told. */
export interface RemoveOptions {
  readonly olderThan?: string;
  readonly all?: true;
  readonly yes?: true;
}

/** `hermes4 history remove` */
export async function removeHistory(
  ids: readonly string[],
  options: RemoveOptions,
  context: Context,
): Promise<void> {
  await withHistory(context, async (history) => {
    const conversations = [...new Set(chosen(ids, options, history))];
    if (conversations.length === 0) {
      context.say('there is nothing to remove');
      return;
    }
    const what =
      conversations.length === 1
        ? `conversation ${conversations.join()}`
        : `${conversations.length} conversations`;
    if (!(await confirm(`Remove ${what} for good?`, options.yes, context))) return;
    const { isErased } = history.remove(conversations);
    context.say(`removed ${what}`);
    if (!isErased) {
      context.say('another process is reading: the words are overwritten when it has ended');
    }
  });
}

function chosen(
  ids: readonly string[],
  { olderThan, all }: RemoveOptions,
  history: History,
): number[] {
  const ways = [ids.length > 0, olderThan !== undefined, all === true].filter(Boolean).length;
  if (ways !== 1) {
    throw new UsageError('Say what to remove in one way: numbers, --older-than 30d, or --all.');
  }
  if (all) return history.list(Number.MAX_SAFE_INTEGER).map(({ id }) => id);
  if (olderThan === undefined) return ids.map((id) => conversationOf(id, history));
  return history.untouchedSince(Date.now() - readDuration(olderThan, '--older-than'));
}
