import type { ErrorCode } from '@hermes4/core';
import type { FilePart } from '../client/file-from-blob.ts';

/** What a person says: a text, or parts that may hold documents made with `fileFromBlob()`. */
export type ChatContent = string | readonly (TextPart | FilePart)[];

/** A text within a message. */
export interface TextPart {
  /** Marks a text. */
  type: 'text';
  /** The text. */
  text: string;
}

/** One message of a conversation. Messages form a tree: an edit or another answer is a sibling. */
export type ChatMessage = UserMessage | Answer;

/** What a person has said. */
export interface UserMessage {
  /** Tells messages apart. */
  readonly id: string;
  /** The message before it; `undefined` for the first. */
  readonly parentId: string | undefined;
  /** Tells the two kinds of message apart. */
  readonly role: 'user';
  /** When it was sent, in milliseconds since 1970; siblings are in this order. */
  readonly createdAt: number;
  /** What was said. */
  readonly content: ChatContent;
}

/** What the model has said, as far as it has arrived. */
export interface Answer {
  /** Tells messages apart. */
  readonly id: string;
  /** The message that it answers. */
  readonly parentId: string;
  /** Tells the two kinds of message apart. */
  readonly role: 'assistant';
  /** When it was asked for, in milliseconds since 1970; siblings are in this order. */
  readonly createdAt: number;
  /** `stopped` and `failed` answers keep what had arrived. */
  readonly state: 'streaming' | 'complete' | 'stopped' | 'failed';
  /** One step for each turn of the model: more than one when it calls tools. */
  readonly steps: readonly AnswerStep[];
  /** Why the last step ended: `stop`, `length`, … */
  readonly finishReason?: string | undefined;
  /** How many tokens all steps took, where the host says so. */
  readonly usage?: AnswerUsage | undefined;
  /** What all steps cost in US dollars, where the host says so. */
  readonly usd?: number | undefined;
  /** What went wrong, when `state` is `failed`. */
  readonly error?: ChatError | undefined;
}

/** What the model said in one turn. */
export interface AnswerStep {
  /** What it thought, apart from what it said. */
  readonly reasoning: string;
  /** What it said. */
  readonly text: string;
  /** The tools that it called. */
  readonly toolCalls: readonly ChatToolCall[];
}

/** A call of a tool. */
export interface ChatToolCall {
  /** The id to approve or to deny it by. */
  readonly id: string;
  /** The tool's name. */
  readonly name: string;
  /** The arguments as the model wrote them, JSON if all is well. */
  readonly arguments: string;
  /**
   * `writing`: its arguments arrive; `awaiting-approval`: it waits for `approve()` or `deny()`; the rest says how
   * it ended.
   */
  readonly status:
    | 'writing'
    | 'awaiting-approval'
    | 'running'
    | 'done'
    | 'failed'
    | 'denied'
    | 'invalid'
    | 'stopped';
  /** What the model was told of its result. */
  readonly result?: string | undefined;
}

/** How many tokens an answer took. */
export interface AnswerUsage {
  /** Those that the model read. */
  readonly prompt_tokens: number;
  /** Those that it wrote, thoughts included. */
  readonly completion_tokens: number;
  /** Both together. */
  readonly total_tokens: number;
}

/** What went wrong, as plain data: to be shown, stored and compared. It holds no key. */
export interface ChatError {
  /**
   * The code of a `HermesError`; `storage_full` and `storage_failed` for what keeps conversations; `unknown` for what
   * is none of ours.
   */
  readonly code: ErrorCode | 'storage_full' | 'storage_failed' | 'unknown';
  /** What failed, and what to do about it. */
  readonly message: string;
  /** HTTP status of the answer, if there was one. */
  readonly status?: number | undefined;
  /** How long the host asks to wait before another try, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** The host's own id for the call, to quote to its support. */
  readonly requestId?: string | undefined;
}
