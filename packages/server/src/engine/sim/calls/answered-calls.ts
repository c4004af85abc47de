import type { Json } from '../json/json.ts';
import type { Message } from '../words/message-text.ts';

/** A call of this conversation that a tool has answered. */
export interface AnsweredCall {
  readonly name: string;
  readonly arguments: Json;
}

/** The calls since the last question that have their results. */
export function answeredCalls(messages: readonly Message[]): AnsweredCall[] {
  const since = messages.slice(messages.findLastIndex(({ role }) => role === 'user') + 1);
  const answered = new Set(
    since.flatMap((message) => (message.role === 'tool' ? [message.tool_call_id] : [])),
  );
  return since
    .flatMap((message) => (message.role === 'assistant' ? (message.tool_calls ?? []) : []))
    .filter(({ id }) => answered.has(id))
    .map((call) => ({ name: call.function.name, arguments: parse(call.function.arguments) }));
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
