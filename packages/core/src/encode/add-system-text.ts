import type { ChatCompletionMessageParam } from '../model/chat-request.ts';

/**
 * Puts a text before the caller's own instructions, in the same message: the model's template has room
 * for one system message, and some hosts refuse a second.
 */
export function addSystemText(
  messages: readonly ChatCompletionMessageParam[],
  text: string,
): ChatCompletionMessageParam[] {
  const [first, ...rest] = messages;
  if (first?.role !== 'system' && first?.role !== 'developer') {
    return [{ role: 'system', content: text }, ...messages];
  }
  const { content } = first;
  const joined =
    typeof content === 'string'
      ? `${text}\n\n${content}`
      : [{ type: 'text' as const, text: `${text}\n\n` }, ...content];
  return [{ ...first, content: joined }, ...rest];
}
