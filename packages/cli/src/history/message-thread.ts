import type { ChatCompletionMessageInput } from '@hermes4/node';
import type { Exchange } from './exchange.ts';

/** The messages of a thread, as the next call sends them: what was said and answered, in turns. */
export function messagesOf(thread: readonly Exchange[]): ChatCompletionMessageInput[] {
  return thread.flatMap(({ messages, answer }) => [...messages, answer]);
}
