import { type Answer, type ChatMessage, textOf } from '@hermes4/browser/react';
import type { ChatCompletionMessageInput } from '@hermes4/core';

/** The call to show as code: the one that comes next or, when nothing is typed, the one that was last made. */
export function conversationOf(
  messages: readonly ChatMessage[],
  prompt: string,
): ChatCompletionMessageInput[] {
  if (prompt.trim() !== '') return [...messages.flatMap(inApi), { role: 'user', content: prompt }];
  const asked = messages.findLastIndex(({ role }) => role === 'user');
  if (asked === -1) return [{ role: 'user', content: 'Hello' }];
  return messages.slice(0, asked + 1).flatMap(inApi);
}

function inApi(message: ChatMessage): ChatCompletionMessageInput[] {
  if (message.role === 'assistant') return message.steps.flatMap(stepInApi);
  return [{ role: 'user', content: textOf(message) }];
}

function stepInApi({ text, toolCalls }: Answer['steps'][number]): ChatCompletionMessageInput[] {
  const answered = toolCalls.filter(({ result }) => result !== undefined);
  if (text === '' && answered.length === 0) return [];
  const tool_calls = answered.map(({ id, name, arguments: json }) => ({
    id,
    type: 'function' as const,
    function: { name, arguments: json },
  }));
  return [
    {
      role: 'assistant',
      ...(text !== '' && { content: text }),
      ...(tool_calls.length > 0 && { tool_calls }),
    },
    ...answered.map(({ id, result }) => ({
      role: 'tool' as const,
      tool_call_id: id,
      content: result ?? '',
    })),
  ];
}
