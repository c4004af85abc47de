import { addSystemText } from '../encode/add-system-text.ts';
import type { ChatCompletion } from '../model/chat-completion.ts';
import type { ChatCompletionCreateParams } from '../model/chat-request.ts';
import type { HostProfile } from '../model/host-profile.ts';
import type { ChatCompletionParseParams } from '../model/parsed-completion.ts';
import type { Fold } from '../result/feed.ts';
import { askForJson } from '../structured/ask-for-json.ts';
import { isParsable, outputFormat } from '../structured/output-format.ts';
import { parseCompletion } from '../structured/parse-completion.ts';
import { type JsonWatch, watchJson } from '../structured/watch-json.ts';
import { check } from '../validate/check.ts';
import type { ResolvedOptions } from './resolve-options.ts';

/** What reads the JSON of one streamed answer. */
export interface JsonOfStream {
  /** What to ask. */
  readonly params: ChatCompletionCreateParams;
  /** The JSON as it grows. */
  readonly watch: JsonWatch;
  /** The validated value of the whole answer. */
  parsed(completion: ChatCompletion): Promise<unknown>;
}

/**
 * Prepares the asking and the reading.
 *
 * @throws HermesError `invalid_options` when the response format cannot be used.
 */
export function readJsonStream(
  params: ChatCompletionCreateParams | ChatCompletionParseParams,
  answer: Fold,
  host: HostProfile,
  { warn }: Pick<ResolvedOptions, 'warn'>,
): JsonOfStream {
  const asked = params.response_format;
  const format = isParsable(asked) ? outputFormat(asked, { check, warn }) : undefined;
  return {
    params: format
      ? askForJson(params, format, host.schemas, addSystemText)
      : (params as ChatCompletionCreateParams),
    watch: watchJson(answer, format?.root ?? 'any'),
    parsed: async (completion) => {
      if (!format) return undefined;
      const { completion: parsed, error } = await parseCompletion(completion, format);
      if (error) throw error;
      return parsed.choices[0].message.parsed;
    },
  };
}
