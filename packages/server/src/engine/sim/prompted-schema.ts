import type { WireChatRequest } from '@hermes4/core/internal';
import { taggedIn } from './calls/tagged.ts';
import { isObject } from './json/json.ts';
import { textOf } from './words/message-text.ts';

/**
 * A request as if its schema had come in `response_format`, when a client has told of it in the prompt, as one does for
 * hosts that hold no answer to a schema: `<schema>` in the system message, as the model was trained on. A schema
 * in the field itself comes first.
 */
export function readPromptedSchema(request: WireChatRequest): WireChatRequest {
  if (request.response_format?.type === 'json_schema') return request;
  const system = request.messages.filter(({ role }) => role === 'system' || role === 'developer');
  const [schema] = system.map(textOf).flatMap((text) => taggedIn(text, 'schema').flatMap(parse));
  if (!schema) return request;
  const json_schema = { name: 'prompted', schema };
  return { ...request, response_format: { type: 'json_schema', json_schema } };
}

function parse(text: string): Record<string, unknown>[] {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? [value] : [];
  } catch {
    return [];
  }
}
