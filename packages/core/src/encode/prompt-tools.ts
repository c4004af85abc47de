import type { ChatCompletionMessageParam, WireChatRequest } from '../model/chat-request.ts';
import { addSystemText } from './add-system-text.ts';

/**
 * Tells the model of its tools in the prompt, in the tags it was trained on, for hosts that do not take
 * `tools`: `<tools>` in the system message, `<tool_call>` in the assistant's turns and
 * `<tool_response>` in the tools' (model card of Hermes-4-405B, "Function calling").
 */
export function promptTools(request: WireChatRequest): WireChatRequest {
  const { tools, tool_choice, parallel_tool_calls, ...rest } = request;
  const messages = rest.messages.map(asText);
  if (!tools?.length || tool_choice === 'none') return { ...rest, messages };
  const text = describeTools(tools, tool_choice, parallel_tool_calls);
  return { ...rest, messages: addSystemText(messages, text) };
}

function describeTools(
  tools: NonNullable<WireChatRequest['tools']>,
  choice: WireChatRequest['tool_choice'],
  parallel: boolean | undefined,
): string {
  return [
    'You can call functions. Their signatures stand within <tools></tools> tags:',
    '<tools>',
    ...tools.map((tool) => JSON.stringify(tool)),
    '</tools>',
    'To call a function, write one JSON object with its name and arguments within <tool_call></tool_call> tags:',
    '<tool_call>',
    '{"name": "the function\'s name", "arguments": {"parameter": "value"}}',
    '</tool_call>',
    'The result comes back within <tool_response></tool_response> tags. Do not make up values for arguments.',
    ...(choice === 'required' ? ['Call at least one function now.'] : []),
    ...(typeof choice === 'object' ? [`Call the function ${choice.function.name} now.`] : []),
    ...(parallel === false ? ['Make one call at a time.'] : []),
  ].join('\n');
}

/** A turn that spoke of tools in fields, as the model would have written or read it. */
function asText(message: ChatCompletionMessageParam): ChatCompletionMessageParam {
  if (message.role === 'tool') {
    const response = JSON.stringify({ name: message.name ?? undefined, content: message.content });
    return { ...message, content: `<tool_response>\n${response}\n</tool_response>` };
  }
  if (message.role !== 'assistant' || !message.tool_calls?.length) return message;
  const { tool_calls, content, ...rest } = message;
  const calls = tool_calls.map(
    ({ function: { name, arguments: json } }) =>
      `<tool_call>\n{"name": ${JSON.stringify(name)}, "arguments": ${json.trim() || '{}'}}\n</tool_call>`,
  );
  const said = typeof content === 'string' ? [content] : (content ?? []).map(textOf);
  return { ...rest, content: [...said, ...calls].filter((text) => text !== '').join('\n') };
}

function textOf(part: { text: string } | { refusal: string }): string {
  return 'text' in part ? part.text : part.refusal;
}
