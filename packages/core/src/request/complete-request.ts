import type { ChatCompletionCreateParams, CompleteChatRequest } from '../model/chat-request.ts';
import { given } from '../primitives/given.ts';

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
  const { stream: _, stream_options, ...rest } = params;
  return {
    model: defaults.model,
    ...given(rest),
    ...(defaults.stream && {
      stream: true,
      stream_options: { include_usage: true, ...stream_options },
    }),
  } as CompleteChatRequest;
}
