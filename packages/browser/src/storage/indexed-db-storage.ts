import type { ConversationSummary } from '../chat/conversation.ts';
import type { ChatMessage } from '../chat/message.ts';
import type { ChatStorage } from './chat-storage.ts';
import { endOf, type Migration, openDatabase, resultOf } from './open-database.ts';
import { overflow, type StorageLimits } from './overflow.ts';
import { createTabChannel } from './tab-channel.ts';

/** Where conversations are kept, and how much of them. */
export interface IndexedDbStorageOptions {
  /** The database's name; one for each chat that has its own conversations. @defaultValue `hermes4` */
  name?: string | undefined;
  /**
   * How many bytes all conversations may have, as JSON: past it, those go that were changed longest ago.
   *
   * @defaultValue 52,428,800 (50 MiB)
   */
  maxBytes?: number | undefined;
  /**
   * How many conversations are kept: past it, those go that were changed longest ago.
   *
   * @defaultValue 200
   */
  maxConversations?: number | undefined;
  /** Where databases are made. @defaultValue the browser's `indexedDB` */
  indexedDB?: IDBFactory | undefined;
}

interface ConversationRow extends ConversationSummary {
  readonly bytes: number;
}

interface MessageRow {
  readonly conversationId: string;
  readonly id: string;
  readonly bytes: number;
  readonly message: ChatMessage;
}

const CONVERSATIONS = 'conversations';
const MESSAGES = 'messages';

const MIGRATIONS: readonly Migration[] = [
  (database) => {
    database.createObjectStore(CONVERSATIONS, { keyPath: 'id' });
    database.createObjectStore(MESSAGES, { keyPath: ['conversationId', 'id'] });
  },
];

/**
 * Keeps conversations in the browser's database, through reloads and shared by all tabs of the origin. It opens
 * the database when it is first used, so it can be made where there is none. Pages of the same origin can
 * read it; it holds no key.
 */
export function indexedDbStorage(options: IndexedDbStorageOptions = {}): ChatStorage {
  const { name = 'hermes4', maxBytes = 50 * 1_024 * 1_024, maxConversations = 200 } = options;
  const limits = { maxBytes, maxConversations };
  const tabs = createTabChannel(`@hermes4/browser/${name}`);
  let opened: Promise<IDBDatabase> | undefined;
  return {
    list: async () => {
      const rows = await resultOf((await begin('readonly')).objectStore(CONVERSATIONS).getAll());
      return (rows as ConversationRow[])
        .map(({ bytes: _, ...summary }) => summary)
        .sort((a, b) => b.updatedAt - a.updatedAt);
    },
    load: async (id) => {
      const transaction = await begin('readonly');
      const row = resultOf(transaction.objectStore(CONVERSATIONS).get(id));
      const rows = resultOf(transaction.objectStore(MESSAGES).getAll(messagesOf(id)));
      const [found, messages] = (await Promise.all([row, rows])) as [
        ConversationRow | undefined,
        MessageRow[],
      ];
      if (!found) return undefined;
      const { bytes: _, ...summary } = found;
      return { summary, messages: messages.map(({ message }) => message) };
    },
    save: async (summary, messages) => {
      const gone = await write((transaction) => put(transaction, summary, messages, limits));
      tabs.tell({ id: summary.id, removed: false });
      for (const id of gone) tabs.tell({ id, removed: true });
    },
    remove: async (id) => {
      await write((transaction) => {
        drop(transaction, id);
        return Promise.resolve();
      });
      tabs.tell({ id, removed: true });
    },
    onChange: tabs.listen,
  };

  async function begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    opened ??= openDatabase({
      name,
      migrations: MIGRATIONS,
      factory: () =>
        options.indexedDB ?? (globalThis as { readonly indexedDB?: IDBFactory }).indexedDB,
      closed: () => {
        opened = undefined;
      },
    });
    try {
      return (await opened).transaction([CONVERSATIONS, MESSAGES], mode);
    } catch (error) {
      // The next call may find it: the other tab closed, the permission given.
      opened = undefined;
      throw error;
    }
  }

  async function write<Result>(
    work: (transaction: IDBTransaction) => Promise<Result>,
  ): Promise<Result> {
    const transaction = await begin('readwrite');
    const end = endOf(transaction);
    try {
      const result = await work(transaction);
      await end;
      return result;
    } catch (error) {
      end.catch(() => undefined);
      // All or nothing; one that has failed by itself cannot be ended again.
      if (!transaction.error) transaction.abort();
      throw error;
    }
  }
}

/** Writes what is new, and makes room. Gives the conversations that had to go. */
async function put(
  transaction: IDBTransaction,
  summary: ConversationSummary,
  messages: readonly ChatMessage[],
  limits: StorageLimits,
): Promise<readonly string[]> {
  const conversations = transaction.objectStore(CONVERSATIONS);
  const store = transaction.objectStore(MESSAGES);
  const before = (await resultOf(conversations.get(summary.id))) as ConversationRow | undefined;
  let total = before?.bytes ?? 0;
  for (const message of messages) {
    const old = (await resultOf(store.get([summary.id, message.id]))) as MessageRow | undefined;
    const bytes = new TextEncoder().encode(JSON.stringify(message)).length;
    total += bytes - (old?.bytes ?? 0);
    const row: MessageRow = { conversationId: summary.id, id: message.id, bytes, message };
    await resultOf(store.put(row));
  }
  if (total > limits.maxBytes) throw full(total, limits.maxBytes);
  await resultOf(conversations.put({ ...summary, bytes: total } satisfies ConversationRow));
  const all = (await resultOf(conversations.getAll())) as ConversationRow[];
  const gone = overflow(all, summary.id, limits);
  for (const id of gone) drop(transaction, id);
  return gone;
}

function drop(transaction: IDBTransaction, id: string): void {
  transaction.objectStore(CONVERSATIONS).delete(id);
  transaction.objectStore(MESSAGES).delete(messagesOf(id));
}

/** The keys of a conversation's messages: an array is behind every text. */
function messagesOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

function full(bytes: number, maxBytes: number): DOMException {
  return new DOMException(
    `The conversation has ${bytes} bytes, and ${maxBytes} may be kept: go on in a new one.`,
    'QuotaExceededError',
  );
}
