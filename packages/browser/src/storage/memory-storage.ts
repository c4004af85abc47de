import type { ConversationSummary } from '../chat/conversation.ts';
import type { ChatMessage } from '../chat/message.ts';
import type { ChatStorage } from './chat-storage.ts';
import { overflow } from './overflow.ts';

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
  const summaries = (): ConversationSummary[] => [...kept.values()].map(({ summary }) => summary);
  return {
    list: () => Promise.resolve(summaries().sort((a, b) => b.updatedAt - a.updatedAt)),
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
      const sizes = summaries().map((one) => ({ ...one, bytes: 0 }));
      const limits = { maxConversations, maxBytes: Infinity };
      for (const id of overflow(sizes, summary.id, limits)) kept.delete(id);
      return Promise.resolve();
    },
    remove: (id) => {
      kept.delete(id);
      return Promise.resolve();
    },
  };
}
