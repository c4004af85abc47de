import type { ChatCompletionCreateParams, Hermes, Tool } from '@hermes4/core';
import type { StatusEvent } from './chat-status.ts';
import type { ChatMessage } from './message.ts';
import type { Change } from './reduce-answer.ts';

/** What each call of a chat is asked with; the messages are the chat's own. */
export interface ChatParams
  extends Omit<ChatCompletionCreateParams, 'messages' | 'tools' | 'stream' | 'stream_options'> {
  /** How many turns the model may take for one answer when it calls tools. @defaultValue 10 */
  maxTurns?: number | undefined;
}

/** What is asked, and who hears of the answer. */
export interface Question {
  readonly hermes: Hermes;
  readonly params?: ChatParams | undefined;
  readonly tools?: readonly Tool[] | undefined;
  readonly system?: string | undefined;
  /** What was said before. */
  readonly path: readonly ChatMessage[];
  readonly signal: AbortSignal;
  /** Changes the answer, and tells what that means for the chat. */
  readonly tell: (change: Change, event?: StatusEvent) => void;
  /** Takes what is to be done about the calls of the answer, once there can be any. */
  readonly heed: (calls: CallsUnderWay) => void;
}

/** The calls of one answer. */
export interface CallsUnderWay {
  /** Says of a call that waits whether it may run; nothing happens for one that does not wait. */
  readonly decide: (toolCallId: string, denied?: string) => void;
  /** Ends those that are under way. */
  readonly stop: Change;
}
