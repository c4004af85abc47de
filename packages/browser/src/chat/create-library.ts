import type { ChatStorage, StorageChange } from '../storage/chat-storage.ts';
import type { Conversation, ConversationSummary } from './conversation.ts';
import { describeStorageError } from './describe-error.ts';
import type { ChatError, ChatMessage } from './message.ts';
import type { Merged } from './stored.ts';

/** What is known of the conversations that are kept. */
export interface LibraryState {
  /** All of them, the last changed first. */
  readonly conversations: readonly ConversationSummary[];
  /** Why the last try to read or to write them failed. */
  readonly storageError: ChatError | undefined;
}

/** Keeps conversations as they change; what fails is told as state. */
export interface Library {
  state(): LibraryState;
  /** Reads the list. */
  refresh(): Promise<void>;
  /** Reads a conversation to show it; `undefined` when it is not there or cannot be read. */
  open(id: string): Promise<Conversation | undefined>;
  /** Reads a conversation that is shown already, and gives what adds to it what others have added. */
  look(id: string): Promise<Merge | undefined>;
  /** Takes note of messages that are kept as they are. */
  note(id: string, messages: readonly ChatMessage[]): void;
  /** Writes what has changed in a conversation since it was last written or read. */
  keep(tree: Conversation): void;
  /** Gives a conversation that is not open another name. */
  rename(id: string, title: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Hears of what others change. */
  listen(hear: (change: StorageChange) => void): () => void;
}

/** Adds to a conversation what others have added, except to the answer that is on its way here. */
export type Merge = (tree: Conversation, ownId: string | undefined) => Merged;

/** Makes a library on a storage. `changed` is called after each change of its state. */
export function createLibrary(storage: ChatStorage, changed: () => void): Library {
  /** By conversation: the messages as they were last written or read. */
  const kept = new Map<string, ReadonlyMap<string, ChatMessage>>();
  const waiting = new Map<string, Conversation>();
  let state: LibraryState = { conversations: [], storageError: undefined };
  let writing: Promise<void> | undefined;
  return { state: () => state, refresh, open, look, note, keep, rename, remove, listen };

  async function refresh(): Promise<void> {
    await attempt(() => Promise.resolve());
  }

  /** Does something, then reads the list: the storage may have made room. */
  async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      const result = await work();
      state = { conversations: await storage.list(), storageError: undefined };
      return result;
    } catch (error) {
      state = { ...state, storageError: describeStorageError(error) };
      return undefined;
    } finally {
      changed();
    }
  }

  async function open(id: string): Promise<Conversation | undefined> {
    // It may have been left only now.
    await writing;
    const tree = await attempt(async () => {
      const found = await storage.load(id);
      return found && (await import('./stored.ts')).restored(found);
    });
    // Answers without an end are shown as stopped, and not written: another tab may be at work on them.
    kept.set(id, tree?.messages ?? new Map());
    return tree;
  }

  function look(id: string): Promise<Merge | undefined> {
    return attempt(async () => {
      const found = await storage.load(id);
      const { merged } = await import('./stored.ts');
      return found && ((tree, ownId) => merged(tree, found, ownId));
    });
  }

  function note(id: string, messages: readonly ChatMessage[]): void {
    const all = new Map(kept.get(id));
    for (const message of messages) all.set(message.id, message);
    kept.set(id, all);
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

  async function rename(id: string, title: string): Promise<void> {
    const summary = state.conversations.find((one) => one.id === id);
    if (summary) await attempt(() => storage.save({ ...summary, title }, []));
  }

  async function remove(id: string): Promise<void> {
    waiting.delete(id);
    await writing;
    kept.delete(id);
    await attempt(() => storage.remove(id));
  }

  function listen(hear: (change: StorageChange) => void): () => void {
    const stop = storage.onChange?.((change) => {
      // Who still shows it writes all of it again, should it go on.
      if (change.removed) kept.delete(change.id);
      void refresh();
      hear(change);
    });
    return () => stop?.();
  }
}
