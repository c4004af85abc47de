import { addSystemText } from '../encode/add-system-text.ts';
import type { ChatCompletion } from '../model/chat-completion.ts';
import type {
  ChatCompletionCreateParams,
  ChatCompletionMessageInput,
} from '../model/chat-request.ts';
import type { RequestOptions } from '../model/client-options.ts';
import type { HostProfile } from '../model/host-profile.ts';
import type {
  ChatCompletionParseParams,
  ParsedChatCompletion,
} from '../model/parsed-completion.ts';
import { askForJson } from '../structured/ask-for-json.ts';
import { outputFormat } from '../structured/output-format.ts';
import { parseCompletion } from '../structured/parse-completion.ts';
import { check } from '../validate/check.ts';
import type { ResolvedOptions } from './resolve-options.ts';

/** What can be set for one call of `parse()`. */
export interface ParseOptions extends RequestOptions {
  /**
   * How often the model is told what is wrong with its answer and asked again. Each time is a call of its own,
   * with its own cost: `usage` and `_request` tell of the last one, those of the others stand in `_rejected`,
   * and a `budget` counts them all.
   *
   * @defaultValue 1
   */
  maxReasks?: number | undefined;
}

/** How answers are asked for. */
export interface Asking extends Pick<ResolvedOptions, 'warn'> {
  readonly host: HostProfile;
  readonly create: (
    params: ChatCompletionCreateParams,
    options: RequestOptions,
  ) => Promise<ChatCompletion>;
}

/** Asks until the answer fits, or has had its chances. */
export async function parse(
  params: ChatCompletionParseParams,
  { maxReasks = 1, ...options }: ParseOptions,
  { host, warn, create }: Asking,
): Promise<ParsedChatCompletion<unknown>> {
  const format = outputFormat(params.response_format, { check, warn });
  let request: ChatCompletionCreateParams = askForJson(params, format, host.schemas, addSystemText);
  const rejected: ChatCompletion[] = [];
  for (;;) {
    const completion = await create(request, options);
    if (rejected.length > 0) {
      Object.defineProperty(completion, '_rejected', { value: [...rejected] });
    }
    const { completion: parsed, error, feedback } = await parseCompletion(completion, format);
    if (parsed) return parsed;
    if (feedback === undefined || rejected.length >= maxReasks) throw error;
    rejected.push(completion);
    request = { ...request, messages: [...request.messages, ...correct(completion, feedback)] };
  }
}

/** The answer that did not fit, and what is wrong with it. */
function correct(
  { choices: [choice] }: ChatCompletion,
  feedback: string,
): ChatCompletionMessageInput[] {
  const content = `That answer does not fit the schema: ${feedback} Answer again, with the corrected JSON alone.`;
  const request = { role: 'user' as const, content };
  const said = choice?.message.content;
  return said ? [{ role: 'assistant', content: said }, request] : [request];
}
