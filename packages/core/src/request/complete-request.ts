import type { ChatCompletionCreateParams, CompleteChatRequest } from '../model/chat-request.ts';

/**
 * Fills in what the caller may leave out: the model and, for streams, the wish to be told the usage,
 * without which a streamed answer would say less than a whole one. A parameter that is `null` is left
 * out, as one that was never given.
 */
export function completeRequest(
  params: ChatCompletionCreateParams,
  defaults: { readonly model: string; readonly stream: boolean },
): CompleteChatRequest {
  // Which call was made says more than `stream`.
  const { model, messages, stream: _, stream_options, ...rest } = params;
  const request: Record<string, unknown> = { model: model ?? defaults.model, messages };
  for (const [name, value] of Object.entries(rest)) {
    if (value !== null && value !== undefined) request[name] = value;
  }
  if (defaults.stream) {
    request['stream'] = true;
    request['stream_options'] = { include_usage: true, ...stream_options };
  }
  return request as CompleteChatRequest;
}
