import type { ChatStorage } from '../storage/chat-storage.ts';
import type { Conversation, ConversationSummary } from './conversation.ts';
import { describeStorageError } from './describe-error.ts';
import type { ChatError, ChatMessage } from './message.ts';

/** What is known of the conversations that are kept. */
export interface LibraryState {
  /** All of them, the last changed first. */
  readonly conversations: readonly ConversationSummary[];
  /** Why the last try to read or to write them failed. */
  readonly storageError: ChatError | undefined;
}

/** Keeps conversations as they change; what fails is told as state. */
export interface Library {
  readonly storage: ChatStorage;
  /** By conversation: the messages as they were last written or read. */
  readonly kept: Map<string, ReadonlyMap<string, ChatMessage>>;
  /** What is to be written. */
  readonly waiting: Map<string, Conversation>;
  state(): LibraryState;
  /** Does something, then reads the list: the storage may have made room. */
  attempt(work?: () => Promise<void>): Promise<void>;
  /** Writes what has changed in a conversation since it was last written or read. */
  keep(tree: Conversation): void;
  /** Resolves when everything is written; `undefined` when it is. */
  written(): Promise<void> | undefined;
}

/** Makes a library on a storage. `changed` is called after each change of its state. */
export function createLibrary(storage: ChatStorage, changed: () => void): Library {
  const kept: Library['kept'] = new Map();
  const waiting: Library['waiting'] = new Map();
  let state: LibraryState = { conversations: [], storageError: undefined };
  let writing: Promise<void> | undefined;
  return { storage, kept, waiting, state: () => state, attempt, keep, written: () => writing };

  async function attempt(work?: () => Promise<void>): Promise<void> {
    try {
      await work?.();
      state = { conversations: await storage.list(), storageError: undefined };
    } catch (error) {
      state = { ...state, storageError: describeStorageError(error) };
    }
    changed();
  }

  function keep(tree: Conversation): void {
    waiting.set(tree.id, tree);
    writing ??= writeAll().finally(() => (writing = undefined));
  }

  async function writeAll(): Promise<void> {
    // What is added meanwhile is written, too, and what is replaced meanwhile only once.
    for (const [id, tree] of waiting) {
      waiting.delete(id);
      await attempt(() => write(tree));
    }
  }

  async function write({ messages, ...tree }: Conversation): Promise<void> {
    const before = kept.get(tree.id);
    const news = [...messages.values()].filter((message) => before?.get(message.id) !== message);
    await storage.save(tree, news);
    kept.set(tree.id, messages);
  }
}
