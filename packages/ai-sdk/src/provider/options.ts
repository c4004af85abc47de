import type { ChatCompletionCreateParams, HermesOptions, RequestOptions } from '@hermes4/core';

/**
 * How a provider is set up: as a client of `@hermes4/core`, without `maxRetries`. The AI SDK tries a call
 * again by itself (its own `maxRetries`), and two that do would multiply.
 */
export interface HermesProviderOptions extends Omit<HermesOptions, 'maxRetries' | 'model'> {
  /** Whether models of this provider think, unless they say otherwise. @defaultValue the host's own */
  reasoning?: HermesModelSettings['reasoning'];
}

/** What can be set for one model. */
export interface HermesModelSettings
  extends Pick<HermesOptions, 'host' | 'apiKey' | 'baseURL' | 'toolMode'>,
    Pick<ChatCompletionCreateParams, 'reasoning'> {
  /**
   * Another host than the provider's. It is given nothing that was meant for that one: say its `apiKey`, and its
   * `baseURL` if it has one of its own, beside it.
   */
  host?: HermesOptions['host'];
}

/** Parameters that calls of the AI SDK have under names of their own. */
type SaidBySDK =
  | 'messages'
  | 'model'
  | 'stream'
  | 'stream_options'
  | 'tools'
  | 'tool_choice'
  | 'response_format'
  | 'max_tokens'
  | 'max_completion_tokens'
  | 'temperature'
  | 'top_p'
  | 'top_k'
  | 'seed'
  | 'stop'
  | 'frequency_penalty'
  | 'presence_penalty';

/**
 * What `providerOptions.hermes4` takes: the parameters of the API that the AI SDK has no name for, such as
 * `reasoning` and `min_p`, and what can be set for one call.
 *
 * @example
 * ```ts
 * import type { HermesCallOptions } from '@hermes4/ai-sdk';
 *
 * const providerOptions = {
 *   hermes4: { reasoning: true, min_p: 0.05 } satisfies HermesCallOptions,
 * };
 * console.log(providerOptions);
 * ```
 */
export interface HermesCallOptions
  extends Omit<ChatCompletionCreateParams, SaidBySDK>,
    Pick<RequestOptions, 'toolMode' | 'timeout' | 'clientRequestId'> {}

/** The options of a model's client: the provider's, unless the model is asked at another host. */
export function clientOptions(
  { reasoning: _, ...provider }: HermesProviderOptions,
  { host, apiKey, baseURL, toolMode }: HermesModelSettings,
): HermesOptions {
  const { apiKey: itsKey, baseURL: itsURL, defaultHeaders: itsHeaders, ...anyHosts } = provider;
  const isSameHost = host === undefined || host === (provider.host ?? 'aimlapi');
  const own = isSameHost && (baseURL === undefined || baseURL === itsURL);
  return {
    ...anyHosts,
    host: host ?? provider.host,
    // A key must never reach a host that it was not given for.
    apiKey: apiKey ?? (own ? itsKey : undefined),
    baseURL: baseURL ?? (own ? itsURL : undefined),
    defaultHeaders: own ? itsHeaders : undefined,
    toolMode: toolMode ?? provider.toolMode,
    maxRetries: 0,
  };
}
