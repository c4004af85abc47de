import type { ChatCompletionCreateParams, CompleteChatRequest } from '../model/chat-request.ts';
import { asReplayed } from './as-replayed.ts';

/**
 * Fills in what the caller may leave out: the model, and, for streams, the wish to be told the usage,
 * without which a streamed answer would say less than a whole one.
 */
export function completeRequest(
  params: ChatCompletionCreateParams,
  defaults: { readonly model: string; readonly stream: boolean },
): CompleteChatRequest {
  const { model, stream, messages, ...rest } = params;
  const request: CompleteChatRequest = {
    model: model ?? defaults.model,
    messages: asReplayed(messages),
    ...rest,
  };
  if (!defaults.stream) return request;
  return {
    ...request,
    stream: true,
    stream_options: rest.stream_options ?? { include_usage: true },
  };
}
