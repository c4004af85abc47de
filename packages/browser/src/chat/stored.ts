import type { StorageChange, StoredConversation } from '../storage/chat-storage.ts';
import { type Conversation, type ConversationSummary, leafBehind } from './conversation.ts';
import type { Answering } from './create-answering.ts';
import type { Library } from './create-library.ts';
import type { Thread } from './create-thread.ts';
import type { ChatMessage } from './message.ts';
import { stopCalls } from './reduce-calls.ts';

/** What is shown, where it is kept, and how something else comes to be shown. */
export interface Desk {
  readonly thread: Thread;
  readonly library: Library;
  readonly answering: Answering;
  /** Shows what has changed, and keeps it. */
  readonly changed: () => void;
  /** Shows a conversation. */
  readonly show: (tree: Conversation) => void;
  /** Shows a new one. */
  readonly begin: () => void;
  /** Ends what is on its way, because something else is to be shown. */
  readonly leave: () => void;
}

/** Reads a conversation; `undefined` when it is not there. Nobody goes on with its answers. */
export async function readStored(library: Library, id: string): Promise<Conversation | undefined> {
  // It may have been left only now.
  await library.written();
  const found = await library.storage.load(id);
  const tree = found && fromStored(found.summary, found.messages.map(ended));
  // Answers without an end are shown as stopped, and not written: another tab may be at work on them.
  library.kept.set(id, tree?.messages ?? new Map());
  return tree;
}

/** Shows a conversation that was kept. */
export async function openStored(
  { thread, library, leave, show }: Desk,
  id: string,
): Promise<void> {
  if (id === thread.tree().id) return;
  leave();
  const before = thread.tree();
  const tree = await readStored(library, id);
  // Something else may have been begun meanwhile.
  if (tree && thread.tree() === before) show(tree);
}

/** Names a conversation, whether it is shown or not. */
export async function renameStored(
  { thread, library, changed }: Desk,
  id: string,
  title: string,
): Promise<void> {
  if (id === thread.tree().id) {
    thread.rename(title);
    changed();
    return;
  }
  const summary = library.state().conversations.find((one) => one.id === id);
  if (summary) await library.storage.save({ ...summary, title }, []);
}

/** Removes a conversation for good. */
export async function removeStored({ thread, library, begin }: Desk, id: string): Promise<void> {
  if (id === thread.tree().id) begin();
  library.waiting.delete(id);
  await library.written();
  library.kept.delete(id);
  await library.storage.remove(id);
}

/** Takes in what another tab has changed. */
export async function takeChange(
  { thread, library, answering, show }: Desk,
  { id, removed }: StorageChange,
): Promise<void> {
  // Who still shows it writes all of it again, should it go on.
  if (removed) library.kept.delete(id);
  if (removed || id !== thread.tree().id) return;
  const found = await library.storage.load(id);
  if (!found || id !== thread.tree().id) return;
  const ownId = answering.currentId();
  const { tree, news } = merged(thread.tree(), found, ownId);
  const kept = new Map(library.kept.get(id));
  for (const message of news) kept.set(message.id, message);
  library.kept.set(id, kept);
  show(tree);
}

/**
 * A conversation with what another tab has added, and what was new.
 *
 * @param ownId The answer that is on its way here, of which nobody knows more.
 */
function merged(
  tree: Conversation,
  { summary, messages }: StoredConversation,
  ownId: string | undefined,
): { readonly tree: Conversation; readonly news: readonly ChatMessage[] } {
  const news = messages.filter(({ id }) => id !== ownId && isOpen(tree.messages.get(id)));
  const all = new Map(tree.messages);
  for (const message of news) all.set(message.id, message);
  const { leafId } = tree;
  const both = fromStored({ ...summary, leafId }, [...all.values()]);
  // What another tab has said behind what is shown here is shown, unless something is being said here.
  const isFollowed = leafId !== undefined && ownId === undefined;
  return { news, tree: isFollowed ? { ...both, leafId: leafBehind(both, leafId) } : both };
}

/** Whether another tab may know more of a message. */
function isOpen(message: ChatMessage | undefined): boolean {
  return message === undefined || (message.role === 'assistant' && message.state !== 'complete');
}

function ended(message: ChatMessage): ChatMessage {
  return message.role === 'assistant' && message.state === 'streaming'
    ? { ...stopCalls(message), state: 'stopped' }
    : message;
}

/**
 * Puts a stored conversation together. Messages whose parent is not there are left out: another tab may have
 * removed it.
 */
function fromStored(summary: ConversationSummary, stored: readonly ChatMessage[]): Conversation {
  const inOrder = [...stored].sort((one, other) => one.createdAt - other.createdAt);
  const messages = new Map<string, ChatMessage>();
  for (const message of inOrder) {
    if (message.parentId === undefined || messages.has(message.parentId)) {
      messages.set(message.id, message);
    }
  }
  const { id, title, updatedAt, leafId } = summary;
  const tree = { id, title, updatedAt, leafId, messages };
  const newest = [...messages.keys()].at(-1);
  return leafId !== undefined && messages.has(leafId) ? tree : { ...tree, leafId: newest };
}
