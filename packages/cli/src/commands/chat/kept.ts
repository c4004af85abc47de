import { UsageError } from '../../failure.ts';
import { nothingLike, threadOf } from '../../history/earlier.ts';
import { textOf } from '../../history/exchange-row.ts';
import type { Io } from '../../io.ts';
import type { UserContent } from '../../talk/attachments.ts';
import type { Conversation } from './conversation.ts';

/**
 * Reads a conversation from the history.
 *
 * @param id An exchange of it; the last of all when left out.
 * @throws UsageError when there is none.
 */
export async function readKept(id: string | undefined, io: Io): Promise<Conversation> {
  const thread = await threadOf(id, io);
  const last = thread.at(-1);
  if (!last) throw new UsageError(nothingLike(id));
  const exchanges = thread.flatMap(({ id: kept, messages, answer, model }) =>
    messages.slice(-1).map((message) => ({
      question: message.content as UserContent,
      typed: textOf(message),
      answer,
      model,
      kept,
    })),
  );
  return { system: last.system, exchanges };
}
