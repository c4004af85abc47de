import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { ChatCompletionCreateParams, HostProfile, RequestOptions } from '@hermes4/core';
import type { CallWarning } from '../answer/parts.ts';
import { messagesOf } from '../prompt/messages.ts';
import type { HermesModelSettings } from '../provider/options.ts';
import { readCallOptions, reasoningOf } from './call-options.ts';
import { type Form, formOf } from './response-format.ts';
import { toolParams } from './tools.ts';

/** A call of the SDK as a call of the client. */
export interface ClientCall {
  readonly params: ChatCompletionCreateParams;
  readonly form: Form;
  readonly request: RequestOptions;
}

/** What a call needs to know of its model. */
export interface ModelFacts {
  readonly modelId: string;
  readonly host: HostProfile;
  /** Whether the model thinks, unless the call says otherwise. */
  readonly reasoning?: HermesModelSettings['reasoning'];
}

/**
 * Says a call of the SDK in the API's words. What cannot be said is told to `warn`.
 *
 * @throws HermesError `invalid_options`, UnsupportedFunctionalityError.
 */
export function clientCall(
  options: LanguageModelV4CallOptions,
  { modelId, host, reasoning }: ModelFacts,
  warn: (warning: CallWarning) => void,
): ClientCall {
  const { params, request } = readCallOptions(options.providerOptions);
  const { headers = {}, abortSignal } = options;
  return {
    form: formOf(options.responseFormat, host, warn),
    params: {
      reasoning: reasoningOf(options.reasoning, reasoning, warn),
      ...params,
      model: modelId,
      messages: messagesOf(options.prompt, warn),
      max_tokens: options.maxOutputTokens,
      temperature: options.temperature,
      top_p: options.topP,
      top_k: options.topK,
      seed: options.seed,
      stop: options.stopSequences?.length ? options.stopSequences : undefined,
      frequency_penalty: options.frequencyPenalty,
      presence_penalty: options.presencePenalty,
      ...toolParams(options, warn),
    },
    request: { ...request, signal: abortSignal, headers: given(headers) },
  };
}

function given(headers: Record<string, string | undefined>): Record<string, string> {
  const entries = Object.entries(headers);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
