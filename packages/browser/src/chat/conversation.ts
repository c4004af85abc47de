import type { ChatMessage } from './message.ts';

/** What is known of a conversation without its messages. */
export interface ConversationSummary {
  /** Tells conversations apart. */
  readonly id: string;
  /** Its name: the beginning of its first message, or what `rename()` gave it. */
  readonly title: string;
  /** When it was last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
  /** The last message of the branch that is shown. */
  readonly leafId: string | undefined;
}

/** A conversation, every branch of it. It is never changed, only replaced. */
export interface Conversation extends ConversationSummary {
  /** All messages by id, each behind its siblings that are older. */
  readonly messages: ReadonlyMap<string, ChatMessage>;
}

/** The conversation with a message added or replaced. */
export function withMessage<Tree extends Conversation>(tree: Tree, message: ChatMessage): Tree {
  return { ...tree, messages: new Map(tree.messages).set(message.id, message) };
}

/** From the first message to the given one. */
export function pathTo(
  { messages }: Conversation,
  leafId: string | undefined,
): readonly ChatMessage[] {
  const path: ChatMessage[] = [];
  // Nothing is kept under the name of nothing.
  for (let id = leafId, message; (message = messages.get(id ?? '')); id = message.parentId) {
    path.push(message);
  }
  return path.reverse();
}

/** The messages that follow the same one, oldest first. */
export function childrenOf(
  { messages }: Conversation,
  parentId: string | undefined,
): readonly ChatMessage[] {
  return [...messages.values()].filter((message) => message.parentId === parentId);
}

/** Where a branch ends that begins with a message: behind it, always the newest. */
export function leafBehind(tree: Conversation, id: string): string {
  let leaf = id;
  for (let next = childrenOf(tree, leaf).at(-1); next; next = childrenOf(tree, leaf).at(-1)) {
    leaf = next.id;
  }
  return leaf;
}
