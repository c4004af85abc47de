import type { StoredConversation } from '../storage/chat-storage.ts';
import { type Conversation, type ConversationSummary, leafBehind } from './conversation.ts';
import type { ChatMessage } from './message.ts';
import { stopCalls } from './reduce-calls.ts';

/** A conversation after others have added to it, and what was new. */
export interface Merged {
  readonly tree: Conversation;
  readonly news: readonly ChatMessage[];
}

/** A conversation that was kept, put together; nobody goes on with its answers. */
export function restored({ summary, messages }: StoredConversation): Conversation {
  return fromStored(summary, messages.map(ended));
}

/**
 * A conversation with what another tab has added.
 *
 * @param ownId The answer that is on its way here, of which nobody knows more.
 */
export function merged(
  tree: Conversation,
  { summary, messages }: StoredConversation,
  ownId: string | undefined,
): Merged {
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
