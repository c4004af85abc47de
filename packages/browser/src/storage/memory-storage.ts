import type { ConversationSummary } from '../chat/conversation.ts';
import type { ChatMessage } from '../chat/message.ts';
import type { ChatStorage } from './chat-storage.ts';

/** How much memory keeps. */
export interface MemoryStorageOptions {
  /**
   * How many conversations are kept: past it, those go that were changed longest ago.
   *
   * @defaultValue 200
   */
  maxConversations?: number | undefined;
}

/** Keeps conversations until the page is left. */
export function memoryStorage({ maxConversations = 200 }: MemoryStorageOptions = {}): ChatStorage {
  const kept = new Map<
    string,
    { readonly summary: ConversationSummary; readonly messages: Map<string, ChatMessage> }
  >();
  /** The last changed first. */
  const summaries = (): ConversationSummary[] =>
    [...kept.values()].map(({ summary }) => summary).sort((a, b) => b.updatedAt - a.updatedAt);
  return {
    list: () => Promise.resolve(summaries()),
    load: (id) => {
      const found = kept.get(id);
      return Promise.resolve(
        found && { summary: found.summary, messages: [...found.messages.values()] },
      );
    },
    save: (summary, changed) => {
      const messages = kept.get(summary.id)?.messages ?? new Map<string, ChatMessage>();
      for (const message of changed) messages.set(message.id, message);
      kept.set(summary.id, { summary, messages });
      const others = summaries().filter(({ id }) => id !== summary.id);
      for (const { id } of others.slice(Math.max(0, maxConversations - 1))) kept.delete(id);
      return Promise.resolve();
    },
    remove: (id) => {
      kept.delete(id);
      return Promise.resolve();
    },
  };
}
