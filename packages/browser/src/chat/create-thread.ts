import { HermesError } from '@hermes4/core';
import type { StoredConversation } from '../storage/chat-storage.ts';
import type { ChatOptions } from './chat.ts';
import { type Conversation, fromStored, leafBehind, pathTo, withMessage } from './conversation.ts';
import type { Answer, ChatContent, ChatMessage } from './message.ts';
import { endAnswer } from './reduce-answer.ts';
import { textOf } from './text-of.ts';

/** The conversation that is shown, and every way to change it. */
export interface Thread {
  tree(): Conversation;
  path(): readonly ChatMessage[];
  /** @throws HermesError for a message that is not there. */
  find(messageId: string): ChatMessage;
  /** Adds what a person says. */
  say(content: ChatContent, parentId: string | undefined): ChatMessage;
  /** Adds an answer without anything in it, or empties one that had nothing in it. */
  answer(parentId: string, again?: ChatMessage): Answer;
  put(message: ChatMessage): void;
  show(leafId: string): void;
  rename(title: string): void;
  /** Begins a new conversation. */
  reset(): void;
  /** Takes up a conversation that was kept; nobody goes on with its answers. */
  restore(stored: StoredConversation): void;
  /** Takes in what another tab has added, except to the answer that is on its way here; gives what was new. */
  merge(stored: StoredConversation, ownId: string | undefined): readonly ChatMessage[];
}

const LONGEST_TITLE = 60;

/** Makes a new conversation. */
export function createThread({
  now = () => Date.now(),
  newId = randomId,
}: Pick<ChatOptions, 'now' | 'newId'>): Thread {
  let tree = empty();
  let last = 0;
  return {
    tree: () => tree,
    path: () => pathTo(tree, tree.leafId),
    find,
    say,
    answer,
    put,
    show: (id) => change({ leafId: leafBehind(tree, id) }),
    rename: (title) => change({ title }),
    reset: () => void (tree = empty()),
    restore: ({ summary, messages }) => take(fromStored(summary, messages.map(ended))),
    merge,
  };

  function empty(): Conversation {
    return { id: newId(), title: '', updatedAt: 0, leafId: undefined, messages: new Map() };
  }

  /** A moment after every other, so that siblings stay in order. */
  function tick(): number {
    return (last = Math.max(now(), last + 1));
  }

  /** Takes over a tree; what is said next comes after all that is in it. */
  function take(other: Conversation): void {
    tree = other;
    for (const { createdAt } of tree.messages.values()) last = Math.max(last, createdAt);
  }

  function change(news: Partial<Conversation>): void {
    tree = { ...tree, ...news, updatedAt: tick() };
  }

  function put(message: ChatMessage): void {
    if (tree.messages.get(message.id) !== message) tree = withMessage(tree, message);
  }

  function find(messageId: string): ChatMessage {
    const message = tree.messages.get(messageId);
    if (message) return message;
    throw new HermesError(`There is no message ${messageId} in this conversation.`, {
      code: 'invalid_options',
      path: 'messageId',
    });
  }

  function say(content: ChatContent, parentId: string | undefined): ChatMessage {
    const message: ChatMessage = {
      id: newId(),
      parentId,
      role: 'user',
      createdAt: tick(),
      content,
    };
    put(message);
    change({ leafId: message.id, title: tree.title || titleOf(message) });
    return message;
  }

  function answer(parentId: string, again?: ChatMessage): Answer {
    const { id, createdAt } = again ?? { id: newId(), createdAt: tick() };
    const made: Answer = {
      id,
      parentId,
      role: 'assistant',
      createdAt,
      state: 'streaming',
      steps: [],
    };
    put(made);
    change({ leafId: id });
    return made;
  }

  function merge(
    { summary, messages }: StoredConversation,
    ownId: string | undefined,
  ): readonly ChatMessage[] {
    const news = messages.filter(({ id }) => id !== ownId && isOpen(tree.messages.get(id)));
    const all = new Map(tree.messages);
    for (const message of news) all.set(message.id, message);
    const { leafId } = tree;
    take(fromStored({ ...summary, leafId }, [...all.values()]));
    // What another tab has said behind what is shown here is shown, unless something is being said here.
    if (leafId !== undefined && ownId === undefined) {
      tree = { ...tree, leafId: leafBehind(tree, leafId) };
    }
    return news;
  }
}

/** Whether another tab may know more of a message. */
function isOpen(message: ChatMessage | undefined): boolean {
  return message === undefined || (message.role === 'assistant' && message.state !== 'complete');
}

function ended(message: ChatMessage): ChatMessage {
  return message.role === 'assistant' && message.state === 'streaming'
    ? endAnswer(message, { state: 'stopped' })
    : message;
}

function titleOf(message: ChatMessage): string {
  const text = textOf(message).trim().replace(/\s+/g, ' ');
  return text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE - 1)}…` : text;
}

/** `crypto.randomUUID` is missing on pages without TLS, such as those of a phone that tries a laptop's page. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
