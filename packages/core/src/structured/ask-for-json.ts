import type {
  ChatCompletionCreateParams,
  ChatCompletionMessageParam,
} from '../model/chat-request.ts';
import type { HostProfile } from '../model/host-profile.ts';
import type { OutputFormat } from './output-format.ts';

/** Puts a text before the caller's own instructions. */
export type AddSystemText = (
  messages: readonly ChatCompletionMessageParam[],
  text: string,
) => ChatCompletionMessageParam[];

/**
 * Asks for an answer of this form in the strongest way that the host has: a schema it enforces, any JSON
 * with the schema in the prompt, or the prompt alone. The tags are those of the model's training
 * (Hermes-Function-Calling, "JSON mode").
 */
export function askForJson<Params extends Pick<ChatCompletionCreateParams, 'messages'>>(
  params: Params,
  { wire, schema }: OutputFormat,
  how: HostProfile['schemas'],
  addSystemText: AddSystemText,
): Omit<Params, 'response_format'> & ChatCompletionCreateParams {
  const { response_format: _, ...rest } = params as Params & { response_format?: unknown };
  if (how === 'json_schema') return { ...rest, response_format: wire };
  const text = `Answer with one JSON value that follows the schema below, and with nothing else: no prose, no code fence.\n<schema>\n${JSON.stringify(schema)}\n</schema>`;
  const messages = addSystemText(params.messages as readonly ChatCompletionMessageParam[], text);
  return how === 'prompt'
    ? { ...rest, messages }
    : { ...rest, messages, response_format: { type: 'json_object' } };
}
