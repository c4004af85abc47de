import type { ChatCompletionMessageInput } from '@hermes4/core';
import type { AnswerStep, ChatToolCall } from './message.ts';

/**
 * What was said and called in a turn, and the results. Calls without one are left out, because the API refuses
 * a call that nobody has answered.
 */
export function callMessages({
  text,
  reasoning,
  toolCalls,
}: AnswerStep): ChatCompletionMessageInput[] {
  const answered = toolCalls.filter(({ result }) => result !== undefined);
  if (text === '' && answered.length === 0) return [];
  const said = {
    role: 'assistant' as const,
    ...(text !== '' && { content: text }),
    // Core decides whether the host gets to see it again.
    ...(reasoning !== '' && { reasoning_content: reasoning }),
    ...(answered.length > 0 && { tool_calls: answered.map(asCall) }),
  };
  const results = answered.map(({ id, name, result }) => ({
    role: 'tool' as const,
    tool_call_id: id,
    name,
    content: result as string,
  }));
  return [said, ...results];
}

function asCall({ id, name, arguments: json }: ChatToolCall): {
  id: string;
  type: 'function';
  function: { name: string; arguments: string };
} {
  return { id, type: 'function', function: { name, arguments: asJson(json) } };
}

/** Hosts parse the arguments of earlier turns, and refuse the whole conversation for broken ones. */
function asJson(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return text === '' ? '{}' : JSON.stringify({ invalid_json: text });
  }
}
