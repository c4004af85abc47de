import type { ReasoningOptions, WireChatRequest } from '../model/chat-request.ts';
import type { HostProfile } from '../model/host-profile.ts';
import type { Warning } from '../model/warning.ts';
import { addSystemText } from './add-system-text.ts';
import { DEEP_THINKING_PROMPT } from './deep-thinking.ts';

/** Says the wish to think, or not to think, in the way that the host understands. */
export function compileReasoning(
  request: WireChatRequest,
  reasoning: boolean | ReasoningOptions | undefined,
  { reasoning: how, name }: HostProfile,
  warn: (warning: Warning) => void,
): WireChatRequest {
  if (reasoning === undefined) return request;
  const options: ReasoningOptions =
    typeof reasoning === 'boolean' ? { enabled: reasoning } : reasoning;
  const { keep, enabled = true, ...limits } = options;
  if (how === 'parameter') {
    return { ...request, reasoning: { enabled, ...limits } } as WireChatRequest;
  }
  if (limits.max_tokens !== undefined) {
    warn({
      code: 'unsupported_parameter',
      path: 'reasoning.max_tokens',
      message: `${name} has no limit for thinking alone; use max_tokens, which counts the thinking too.`,
    });
  }
  if (how === 'template') return withTemplateArgument(request, enabled);
  if (!enabled) return request;
  return { ...request, messages: addSystemText(request.messages, DEEP_THINKING_PROMPT) };
}

function withTemplateArgument(request: WireChatRequest, thinking: boolean): WireChatRequest {
  const { chat_template_kwargs } = request as { chat_template_kwargs?: object };
  return {
    ...request,
    chat_template_kwargs: { thinking, ...chat_template_kwargs },
  } as WireChatRequest;
}
