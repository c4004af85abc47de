import type { ChatCompletionMessageInput } from '@hermes4/node';
import { UsageError } from '../../failure.ts';
import { readGiven } from '../../files/read-given.ts';
import type { Io } from '../../io.ts';
import { type Conversation, type Exchange, messagesOf } from './conversation.ts';

/** A conversation as a file: the messages as the API takes them, for any program. */
export function writeSaved(conversation: Conversation): string {
  const messages = messagesOf(conversation, '').slice(0, -1);
  return `${JSON.stringify({ messages }, null, 2)}\n`;
}

/**
 * Reads a conversation from a file.
 *
 * @throws UsageError that says what is wrong with it.
 */
export async function readSaved(path: string, io: Io): Promise<Conversation> {
  const text = await readGiven(path, io, `${path} cannot be opened`);
  let messages: unknown;
  try {
    messages = (JSON.parse(text) as { messages?: unknown } | null)?.messages;
  } catch (error) {
    throw new UsageError(`${path} is no saved conversation: ${(error as Error).message}`);
  }
  if (Array.isArray(messages)) return conversationOf(messages, path);
  throw new UsageError(`${path} is no saved conversation: it has no list of messages.`);
}

/**
 * Puts messages back into the order of a conversation: a system text, then questions and answers in turn.
 *
 * @param place For messages.
 */
export function conversationOf(messages: readonly unknown[], place: string): Conversation {
  const [first, ...others] = messages as ChatCompletionMessageInput[];
  const isSystem = first?.role === 'system' && typeof first.content === 'string';
  const turns = isSystem ? others : first === undefined ? [] : [first, ...others];
  const exchanges: Exchange[] = [];
  for (let index = 0; index < turns.length; index += 2) {
    const [question, answer] = turns.slice(index, index + 2);
    if (question?.role !== 'user' || answer?.role !== 'assistant') {
      throw new UsageError(
        `${place} cannot be gone on with: expected a user's message and an assistant's in turn at messages[${index + (isSystem ? 1 : 0)}].`,
      );
    }
    const { content } = question;
    const typed = typeof content === 'string' ? content : textOf(content);
    exchanges.push({ question: content, typed, answer });
  }
  return { system: isSystem ? (first.content as string) : undefined, exchanges };
}

function textOf(parts: Exclude<Exchange['question'], string>): string {
  return parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
}
