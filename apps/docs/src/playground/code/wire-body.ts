import { type Call, contentOf, wireTool } from '../request.ts';
import { DEEP_THINKING_PROMPT } from './deep-thinking.ts';

/**
 * The body of a call without the client. What the client compiles for a host, the body asks for itself, in the way
 * that every host of the model understands: thoughts by the words that it was trained on, a schema in the
 * prompt.
 */
export function wireBody({ messages, params, reasoning, tools, schema }: Call): object {
  const told = [
    ...(reasoning ? [DEEP_THINKING_PROMPT] : []),
    ...(schema ? [schemaText(schema)] : []),
  ];
  return {
    model: 'nousresearch/hermes-4-405b',
    messages: told.length === 0 ? messages : withSystem(messages, told.join('\n\n')),
    ...params,
    ...(tools.length > 0 && { tools: tools.map(wireTool) }),
    ...(schema && { response_format: { type: 'json_object' } }),
  };
}

function schemaText(schema: object): string {
  return `Answer with one JSON value that follows the schema below, and with nothing else.\n<schema>\n${JSON.stringify(schema)}\n</schema>`;
}

function withSystem(messages: Call['messages'], text: string): Call['messages'] {
  const [first, ...rest] = messages;
  if (first?.role !== 'system') return [{ role: 'system', content: text }, ...messages];
  return [{ role: 'system', content: `${text}\n\n${contentOf(first)}` }, ...rest];
}
