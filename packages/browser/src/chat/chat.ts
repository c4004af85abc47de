import type { Hermes, Tool } from '@hermes4/core';
import type { ChatStorage } from '../storage/chat-storage.ts';
import type { ChatStatus } from './chat-status.ts';
import type { LibraryState } from './create-library.ts';
import type { Frames } from './frames.ts';
import type { ChatContent, ChatError, ChatMessage } from './message.ts';
import type { ChatParams } from './question.ts';

/** How a chat is set up. */
export interface ChatOptions {
  /** Who is asked. @defaultValue `createHermes()`: a relay on the page's own origin */
  hermes?: Hermes | undefined;
  /** What the model is told before everything else. */
  system?: string | undefined;
  /** What each call is asked with, such as `temperature` or `reasoning`. */
  params?: ChatParams | undefined;
  /** The tools, each made with `tool()`. They run in the page; those that need approval wait for it. */
  tools?: readonly Tool[] | undefined;
  /** Where conversations are kept. @defaultValue `memoryStorage()`, which forgets with the page */
  persist?: ChatStorage | undefined;
  /** Which conversation is opened first. @defaultValue the last changed; `null` begins a new one */
  conversationId?: string | null | undefined;
  /** When the page draws. @defaultValue its own animation frames */
  frames?: Frames | undefined;
  /** Milliseconds since 1970. @defaultValue `Date.now` */
  now?: (() => number) | undefined;
  /** Names messages and conversations. @defaultValue 128 random bits */
  newId?: (() => string) | undefined;
}

/** What a chat shows. It is never changed, only replaced, and what did not change in it is the same object. */
export interface ChatSnapshot extends LibraryState {
  /** What the chat is doing. */
  readonly status: ChatStatus;
  /** Whether what is kept is still being read. */
  readonly isLoading: boolean;
  /** The branch that is shown, from the first message to the last. */
  readonly messages: readonly ChatMessage[];
  /** Why the last answer failed, while `status` is `error`. */
  readonly error: ChatError | undefined;
  /** The conversation that is shown; `undefined` before its first message. */
  readonly conversationId: string | undefined;
  /** The conversation's name. */
  readonly title: string;
}

/** The alternatives of a message. */
export interface Branches {
  /** The message and its siblings, oldest first. */
  readonly ids: readonly string[];
  /** Which of them the message is. */
  readonly index: number;
}

/**
 * A chat: conversations, the model's answers to them, and what a page shows of both. Its functions can be passed
 * around without it. What fails on the way to an answer is state, never an exception; an exception says that a
 * function was called with something that is not there.
 */
export interface Chat {
  /** Calls back after each change, with new text at most once a frame. Reads what is kept, the first time. */
  readonly subscribe: (listener: () => void) => () => void;
  /** What to show now. */
  readonly getSnapshot: () => ChatSnapshot;
  /** What to show where a page is rendered on a server, and at first where that page comes alive. */
  readonly getServerSnapshot: () => ChatSnapshot;
  /**
   * Says something behind the last message that is shown, and has it answered. An answer that is still on its way is
   * stopped first.
   *
   * @returns A promise that resolves when the answer has ended, however it did.
   */
  readonly send: (content: ChatContent) => Promise<void>;
  /** Ends the answer that is on its way, at once; what has arrived stays. */
  readonly stop: () => void;
  /**
   * Has a message answered again; the answers are branches.
   *
   * @param messageId An answer, or the message to answer. @defaultValue the last message that is shown
   */
  readonly regenerate: (messageId?: string) => Promise<void>;
  /** Asks again after an error; an answer that had nothing in it is replaced. Does nothing without an error. */
  readonly retry: () => Promise<void>;
  /** Says something else in the place of an earlier message, and has it answered; both are branches. */
  readonly edit: (messageId: string, content: ChatContent) => Promise<void>;
  /** The alternatives of a message. */
  readonly branches: (messageId: string) => Branches;
  /** Shows the branch of a message, to its newest end. An answer that is on its way goes on. */
  readonly switchBranch: (messageId: string) => void;
  /** Lets a call run that waits for approval. */
  readonly approve: (callId: string) => void;
  /**
   * Refuses a call that waits for approval.
   *
   * @param reason What the model is told. @defaultValue that the user did not approve
   */
  readonly deny: (callId: string, reason?: string) => void;
  /** Begins a new conversation; the one before it stays in the list. */
  readonly newConversation: () => void;
  /** Shows a conversation of the list; when it is not there any more, nothing changes. */
  readonly open: (conversationId: string) => Promise<void>;
  /** Names a conversation. */
  readonly rename: (conversationId: string, title: string) => Promise<void>;
  /** Removes a conversation for good. */
  readonly remove: (conversationId: string) => Promise<void>;
}
