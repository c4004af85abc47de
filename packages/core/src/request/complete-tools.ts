import type { ChatCompletionTool, CompleteChatRequest } from '../model/chat-request.ts';
import { isRecord } from '../primitives/is-record.ts';

/** Fills in the arguments of a function that takes none. */
export function completeTools(request: CompleteChatRequest): CompleteChatRequest {
  const tools: unknown = request.tools;
  // Callers without types can put anything here; the validator says what is wrong with it.
  if (!Array.isArray(tools)) return request;
  return { ...request, tools: tools.map(withParameters) } as CompleteChatRequest;
}

function withParameters(tool: ChatCompletionTool): ChatCompletionTool {
  if (!isRecord(tool) || !isRecord(tool.function) || tool.function.parameters) return tool;
  return {
    ...tool,
    function: { ...tool.function, parameters: { type: 'object', properties: {} } },
  };
}
