import type { ChatCompletion, ChatCompletionMessageToolCall } from '@hermes4/core';
import { createBareJson } from './bare-json.ts';
import type { Content, Metadata, ToolCall } from './parts.ts';
import { inputOf } from './tool-input.ts';

/**
 * The pieces of an answer: what was thought, what was said, what is called.
 *
 * @param isJson Whether JSON was asked for.
 */
export function contentOf({ choices: [choice] }: ChatCompletion, isJson: boolean): Content[] {
  if (!choice) return [];
  const { reasoning_content, content, tool_calls } = choice.message;
  const text = isJson ? bare(content ?? '') : content;
  return [
    ...(reasoning_content ? [{ type: 'reasoning' as const, text: reasoning_content }] : []),
    ...(text ? [{ type: 'text' as const, text }] : []),
    ...(tool_calls ?? []).map(toolCall),
  ];
}

function bare(text: string): string {
  const json = createBareJson();
  return json.push(text) + json.end();
}

function toolCall(call: ChatCompletionMessageToolCall): ToolCall {
  const { id, _origin: origin } = call;
  const { name, input } =
    call.type === 'function'
      ? { name: call.function.name, input: inputOf(call.function.arguments, origin) }
      : { name: call.custom.name, input: JSON.stringify(call.custom.input) };
  return { type: 'tool-call', toolCallId: id, toolName: name, input, ...originNote(origin) };
}

/** Says where a piece was found, unless it was where hosts put it. */
export function originNote(origin: string | undefined): {
  providerMetadata?: Metadata;
} {
  if (origin === undefined || origin === 'native') return {};
  return { providerMetadata: { hermes4: { origin } } };
}
