import { disarmJson } from './control-tokens.ts';
import { type Message, textOf } from './text-of.ts';

type ToolMessage = Extract<Message, { role: 'tool' }>;

/** A result that a client without native tools has put into its tags itself. */
const WRAPPED = /^\s*<tool_response>\s*(\{[^]*\})\s*<\/tool_response>\s*$/;

/**
 * What a tool answered, by the name of the tool that was called.
 *
 * @param names The names of the calls so far, by their ids.
 */
export function toolText(message: ToolMessage, names: ReadonlyMap<string, string>): string {
  const text = textOf(message);
  const [, wrapped] = WRAPPED.exec(text) ?? [];
  const json = wrapped ?? JSON.stringify({ name: nameOf(message, names), content: text });
  return `<tool_response>\n${disarmJson(json)}\n</tool_response>`;
}

function nameOf(message: ToolMessage, names: ReadonlyMap<string, string>): string | undefined {
  const { name } = message as { name?: unknown };
  return typeof name === 'string' ? name : names.get(message.tool_call_id);
}

/** The names of the calls in a conversation, by their ids. */
export function namesOfCalls(messages: readonly Message[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const message of messages) {
    if (message.role !== 'assistant') continue;
    for (const call of message.tool_calls ?? []) names.set(call.id, call.function.name);
  }
  return names;
}
