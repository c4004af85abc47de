import type { ReasoningMode, SettingName, SettingValues } from '../../settings/settings.ts';
import type { UserContent } from '../../talk/attachments.ts';
import type { Conversation } from './conversation.ts';

/** What was asked and has no answer: the call failed, or was stopped before the first word. */
export interface Unanswered {
  readonly question: UserContent;
  readonly typed: string;
}

/** What the person has said that holds for this conversation alone. */
export type Overrides = { [Name in SettingName]?: SettingValues[Name] | undefined };

/** Where a chat stands. */
export interface ChatState {
  conversation: Conversation;
  overrides: Overrides;
  reasoning: ReasoningMode | undefined;
  /** Files that go with the next question. */
  attachments: readonly string[];
  unanswered: Unanswered | undefined;
  /** What the next question begins with, ready to be edited. */
  draft: string;
  spent: Spent;
  /** Whether a limit of the person's ended an answer, or kept a question from being asked. */
  isCapped: boolean;
}

/** What a chat has taken so far. */
export interface Spent {
  readonly calls: number;
  readonly read: number;
  readonly written: number;
  /** US dollars, as far as hosts told; `undefined` until one did. */
  readonly usd: number | undefined;
}
