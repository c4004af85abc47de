import { HermesError } from '@hermes4/core';
import type { ChatOptions } from './chat.ts';
import { type Conversation, leafBehind, pathTo, withMessage } from './conversation.ts';
import type { Answer, ChatContent, ChatMessage } from './message.ts';
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
  /** Takes over a conversation that was kept; what is said next comes after all that is in it. */
  take(other: Conversation): void;
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
    take,
  };

  function empty(): Conversation {
    return { id: newId(), title: '', updatedAt: 0, leafId: undefined, messages: new Map() };
  }

  /** A moment after every other, so that siblings stay in order. */
  function tick(): number {
    return (last = Math.max(now(), last + 1));
  }

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
    throw unfit(`There is no message ${messageId} in this conversation.`);
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
}

/** The error for a message that cannot be meant. */
export function unfit(why: string): HermesError {
  return new HermesError(why, { code: 'invalid_options', path: 'messageId' });
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
