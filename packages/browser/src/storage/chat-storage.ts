import type { ConversationSummary } from '../chat/conversation.ts';
import type { ChatMessage } from '../chat/message.ts';

/** A conversation as it is kept. */
export interface StoredConversation {
  /** What is known of it without its messages. */
  readonly summary: ConversationSummary;
  /** All its messages, in any order. */
  readonly messages: readonly ChatMessage[];
}

/** What another tab has done. */
export interface StorageChange {
  /** To which conversation. */
  readonly id: string;
  /** Whether it is gone. */
  readonly removed: boolean;
}

/**
 * Keeps conversations. Everything that is kept is plain data. Messages are written one by one, so that two tabs
 * in one conversation add to the same tree and never undo each other's work.
 */
export interface ChatStorage {
  /** All conversations, the last changed first. */
  list(): Promise<readonly ConversationSummary[]>;
  /** One conversation; `undefined` when it is not there. */
  load(id: string): Promise<StoredConversation | undefined>;
  /**
   * Writes what is new: the summary, and the messages that have changed. May remove the oldest other conversations to
   * make room.
   *
   * @throws An error named `QuotaExceededError` when there is no room.
   */
  save(summary: ConversationSummary, messages: readonly ChatMessage[]): Promise<void>;
  /** Removes a conversation; one that is not there is no error. */
  remove(id: string): Promise<void>;
  /** Tells of changes that others make, such as another tab, until the function that it gives is called. */
  onChange?(tell: (change: StorageChange) => void): () => void;
}
