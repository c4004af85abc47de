import type { Exchange as KeptExchange } from '../../history/exchange.ts';
import { messagesOf } from '../../history/message-thread.ts';
import type { Conversation } from './conversation.ts';
import { conversationOf } from './saved.ts';

/** A conversation as the history holds it; the last exchange is the one to go on from. */
export function conversationFrom(thread: readonly KeptExchange[]): Conversation {
  const last = thread.at(-1);
  if (!last) return { system: undefined, exchanges: [] };
  const { exchanges } = conversationOf(messagesOf(thread), 'The conversation');
  const models = thread.map(({ id, model }) => ({ id, model }));
  // Counted from the end: a copy holds more than one exchange in its first.
  const known = exchanges.map((exchange, index) => ({
    ...exchange,
    ...models.at(index - exchanges.length),
  }));
  return { system: last.system, exchanges: known };
}
