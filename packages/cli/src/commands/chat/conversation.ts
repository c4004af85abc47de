import type { ChatCompletionMessageInput } from '@hermes4/node';
import type { UserContent } from '../../talk/attachments.ts';

/** A question and what became of it. */
export interface Exchange {
  readonly question: UserContent;
  /** What was typed, without the files that stand in the question. */
  readonly typed: string;
  readonly answer: ChatCompletionMessageInput;
  /** Its id in the history, if it is kept there. */
  readonly id?: number | undefined;
  /** Who answered, if that is known. */
  readonly model?: string | undefined;
}

/** A conversation so far. Nothing here changes; each step gives the next one. */
export interface Conversation {
  readonly system: string | undefined;
  readonly exchanges: readonly Exchange[];
}

/** The messages that ask the next question. */
export function messagesOf(
  { system, exchanges }: Conversation,
  question: UserContent,
): ChatCompletionMessageInput[] {
  return [
    ...(system === undefined ? [] : [{ role: 'system' as const, content: system }]),
    ...exchanges.flatMap((exchange) => [
      { role: 'user' as const, content: exchange.question },
      exchange.answer,
    ]),
    { role: 'user', content: question },
  ];
}

/** The conversation with one more exchange. */
export function withExchange(conversation: Conversation, exchange: Exchange): Conversation {
  return { ...conversation, exchanges: [...conversation.exchanges, exchange] };
}

/** The conversation without its last exchange. */
export function withoutLast(conversation: Conversation): Conversation {
  return { ...conversation, exchanges: conversation.exchanges.slice(0, -1) };
}

/** What has been said since the last exchange that is kept, and that exchange's id. */
export function sinceKept({ exchanges }: Conversation): {
  readonly parent: number | undefined;
  readonly messages: ChatCompletionMessageInput[];
} {
  const kept = exchanges.findLastIndex(({ id }) => id !== undefined);
  const messages = exchanges
    .slice(kept + 1)
    .flatMap(({ question, answer }) => [{ role: 'user' as const, content: question }, answer]);
  return { parent: exchanges[kept]?.id, messages };
}

/** The same conversation as far as words go, of which nothing is kept yet. */
export function asCopy(conversation: Conversation): Conversation {
  return {
    ...conversation,
    exchanges: conversation.exchanges.map((exchange) => ({ ...exchange, id: undefined })),
  };
}
