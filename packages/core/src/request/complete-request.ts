import type { ChatCompletionCreateParams, CompleteChatRequest } from '../model/chat-request.ts';

/** Which call was made says more than these. */
const STREAMING = new Set(['stream', 'stream_options']);

/**
 * Fills in what the caller may leave out: the model and, for streams, the wish to be told the usage,
 * without which a streamed answer would say less than a whole one. A parameter that is `null` is left
 * out, as one that was never given.
 */
export function completeRequest(
  params: ChatCompletionCreateParams,
  defaults: { readonly model: string; readonly stream: boolean },
): CompleteChatRequest {
  const { model, messages, stream_options } = params;
  const request: Record<string, unknown> = { model: model ?? defaults.model, messages };
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && !STREAMING.has(name)) request[name] = value;
  }
  if (defaults.stream) {
    request['stream'] = true;
    request['stream_options'] = { include_usage: true, ...stream_options };
  }
  return request as CompleteChatRequest;
}
