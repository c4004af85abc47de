import type {
  ChatCompletionCreateParams,
  ChatCompletionTool,
  CompleteChatRequest,
} from '../model/chat-request.ts';
import { isRecord } from '../primitives/is-record.ts';
import { asReplayed } from './as-replayed.ts';

/**
 * Fills in what the caller may leave out: the model, the arguments of a function that takes none, and,
 * for streams, the wish to be told the usage, without which a streamed answer would say less than a
 * whole one. A parameter that is `null` is left out, as one that was never given.
 */
export function completeRequest(
  params: ChatCompletionCreateParams,
  defaults: { readonly model: string; readonly stream: boolean },
): CompleteChatRequest {
  const { model, messages, stream, stream_options, tools, ...rest } = params;
  const request: Record<string, unknown> = {
    model: model ?? defaults.model,
    messages: asReplayed(messages),
  };
  for (const [name, value] of Object.entries(rest)) {
    if (value !== null && value !== undefined) request[name] = value;
  }
  if (tools) request['tools'] = Array.isArray(tools) ? tools.map(withParameters) : tools;
  if (defaults.stream) {
    request['stream'] = true;
    request['stream_options'] = { include_usage: true, ...stream_options };
  }
  return request as CompleteChatRequest;
}

function withParameters(tool: ChatCompletionTool): ChatCompletionTool {
  // Callers without types can put anything here; the validator says what is wrong with it.
  if (!isRecord(tool) || !isRecord(tool.function) || tool.function.parameters) return tool;
  return {
    ...tool,
    function: { ...tool.function, parameters: { type: 'object', properties: {} } },
  };
}
