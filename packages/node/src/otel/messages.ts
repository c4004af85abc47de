import type { ChatCompletion } from '@hermes4/core';
import { isRecord } from '@hermes4/core/internal';
import type { Attributes } from '@opentelemetry/api';
import { finishReason } from './answer-attributes.ts';
import { type AskedChat, readJson, recordsIn } from './read-chat.ts';

/** One piece of a message, as the conventions write it. */
interface Part {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What was said to the model, and which tools it was offered. */
export function questionAttributes({ messages, functions }: AskedChat): Attributes {
  const tools = functions.map((called) => ({ type: 'function', ...called }));
  return {
    'gen_ai.input.messages': JSON.stringify(messages.map(toMessage)),
    ...(tools.length > 0 && { 'gen_ai.tool.definitions': JSON.stringify(tools) }),
  };
}

/** What the model said. */
export function wordsAttributes({ choices }: ChatCompletion): Attributes {
  const messages = choices.map((choice) => ({
    ...toMessage(choice.message),
    finish_reason: finishReason(choice),
  }));
  return { 'gen_ai.output.messages': JSON.stringify(messages) };
}

function toMessage(message: object): { role: unknown; parts: readonly Part[] } {
  const fields: Readonly<Record<string, unknown>> = { ...message };
  const {
    role,
    content,
    reasoning_content: thoughts,
    tool_calls: calls,
    tool_call_id: id,
  } = fields;
  if (role === 'tool')
    return { role, parts: [{ type: 'tool_call_response', id, response: content }] };
  const thought = typeof thoughts === 'string' && thoughts !== '';
  return {
    role,
    parts: [
      ...(thought ? [{ type: 'reasoning', content: thoughts }] : []),
      ...contentParts(content),
      ...recordsIn(calls).map(callPart),
    ],
  };
}

function contentParts(content: unknown): Part[] {
  if (typeof content === 'string') return content === '' ? [] : [{ type: 'text', content }];
  return recordsIn(content).map(contentPart);
}

function contentPart(part: Readonly<Record<string, unknown>>): Part {
  const { type, text, file, refusal } = part;
  // A document would be larger than everything else together.
  if (isRecord(file)) return { type: 'file', filename: file['filename'] };
  return { type: String(type), content: text ?? refusal };
}

/** The model writes the arguments, and they may be no JSON. */
function callPart({ id, function: called }: Readonly<Record<string, unknown>>): Part {
  const { name, arguments: given } = isRecord(called) ? called : {};
  return { type: 'tool_call', id, name, arguments: readJson(given) ?? given };
}
