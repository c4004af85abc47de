import type { WireChatRequest } from '@hermes4/core/internal';
import { isList, isObject, type Json } from '../json/json.ts';
import { type Message, textOf } from '../words/message-text.ts';
import type { Tool } from './match-tools.ts';
import { taggedIn } from './tagged.ts';

type AssistantMessage = Extract<Message, { role: 'assistant' }>;
type ToolCall = NonNullable<AssistantMessage['tool_calls']>[number];

/**
 * A request as if its tools had come in fields, when a client has told of them in the prompt, as one does for hosts
 * that take no tools: `<tools>` in the system message, `<tool_call>` and `<tool_response>` in the turns. The
 * model reads them there, and so does who stands in for it.
 */
export function readPromptedTools(request: WireChatRequest): WireChatRequest {
  if (request.tools?.length) return request;
  const system = request.messages.filter(({ role }) => role === 'system' || role === 'developer');
  const told = system.map(textOf);
  const tools = told.flatMap(toolsIn);
  if (tools.length === 0) return request;
  return {
    ...request,
    tools,
    tool_choice: choiceIn(told.join('\n'), tools),
    messages: request.messages.map((message, index) => asFields(message, request.messages, index)),
  };
}

/** One tool a line, or a list of them. */
function toolsIn(text: string): Tool[] {
  return taggedIn(text, 'tools')
    .flatMap((inner) =>
      [parse(inner) ?? inner.split('\n').flatMap((line) => parse(line) ?? [])].flat(),
    )
    .flatMap((one) => (isObject(one) && isObject(one['function']) ? [one['function']] : []))
    .flatMap(({ name, description, parameters }) => {
      if (typeof name !== 'string') return [];
      const described = typeof description === 'string' ? { description } : {};
      const definition = { name, ...described, parameters: isObject(parameters) ? parameters : {} };
      return [{ type: 'function' as const, function: definition }];
    });
}

function choiceIn(
  text: string,
  tools: readonly Tool[],
): NonNullable<WireChatRequest['tool_choice']> {
  if (/\bCall at least one (?:function|tool) now\b/.test(text)) return 'required';
  const named = tools.find(({ function: { name } }) =>
    ['function', 'tool'].some((noun) => text.includes(`Call the ${noun} ${name} now`)),
  );
  return named ? { type: 'function', function: { name: named.function.name } } : 'auto';
}

function asFields(message: Message, messages: readonly Message[], index: number): Message {
  if (message.role === 'tool') {
    const [response] = taggedIn(message.content, 'tool_response').map(parse);
    if (!isObject(response)) return message;
    const { name, content } = response;
    return {
      ...message,
      content: typeof content === 'string' ? content : JSON.stringify(content),
      ...(typeof name === 'string' && { name }),
    };
  }
  if (message.role !== 'assistant' || message.tool_calls?.length) return message;
  const tool_calls = callsIn(textOf(message), messages.slice(index + 1));
  return tool_calls.length > 0 ? { ...message, tool_calls } : message;
}

/** Calls that were written out have no id: the results behind them come in their order. */
function callsIn(text: string, after: readonly Message[]): ToolCall[] {
  const end = after.findIndex(({ role }) => role !== 'tool');
  const results = end === -1 ? after : after.slice(0, end);
  return taggedIn(text, 'tool_call').flatMap((inner, index) => {
    const call = parse(inner);
    const result = results[index];
    if (!isObject(call) || typeof call['name'] !== 'string') return [];
    const id = result?.role === 'tool' ? result.tool_call_id : `call_${index}`;
    const given = JSON.stringify(call['arguments'] ?? {});
    return [{ id, type: 'function', function: { name: call['name'], arguments: given } }];
  });
}

function parse(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isList(value) || isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
