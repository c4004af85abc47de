import { DEEP_THINKING_PROMPT, isRecord, type WireChatRequest } from '@hermes4/core/internal';
import { textOf } from './text-of.ts';

/**
 * Whether a request asks the model to think before it answers, in any of the ways that hosts of this model
 * understand: the deep-thinking prompt in a system message, `chat_template_kwargs.thinking` (vLLM,
 * SGLang), `reasoning` (OpenRouter), `reasoning_effort`, `include_reasoning`. The first that is said
 * counts; the prompt counts always, since the model reads it whatever else is said.
 *
 * @param request The body as it was validated.
 */
export function wantsThinking(request: WireChatRequest): boolean {
  if (hasDeepThinkingPrompt(request)) return true;
  const { chat_template_kwargs, reasoning, reasoning_effort, include_reasoning } =
    request as unknown as Record<string, unknown>;
  const thinking = isRecord(chat_template_kwargs) ? chat_template_kwargs['thinking'] : undefined;
  if (typeof thinking === 'boolean') return thinking;
  return readReasoning(reasoning) ?? readEffort(reasoning_effort) ?? include_reasoning === true;
}

/** Whether a request asks for the answer without the thoughts: the model thinks, but does not show it. */
export function hidesThinking(request: WireChatRequest): boolean {
  const { reasoning, include_reasoning } = request as unknown as Record<string, unknown>;
  if (isRecord(reasoning) && typeof reasoning['exclude'] === 'boolean') return reasoning['exclude'];
  return include_reasoning === false;
}

/** Whether the model is told in the conversation to think. */
export function hasDeepThinkingPrompt({ messages }: WireChatRequest): boolean {
  return messages.some(
    (message) =>
      (message.role === 'system' || message.role === 'developer') &&
      textOf(message).includes(DEEP_THINKING_PROMPT),
  );
}

/** OpenRouter's rule: a wish for how much to think is a wish to think. */
function readReasoning(reasoning: unknown): boolean | undefined {
  if (typeof reasoning === 'boolean') return reasoning;
  if (!isRecord(reasoning)) return undefined;
  const { enabled, effort, max_tokens } = reasoning;
  if (typeof enabled === 'boolean') return enabled;
  return readEffort(effort) ?? (typeof max_tokens === 'number' ? max_tokens > 0 : undefined);
}

function readEffort(effort: unknown): boolean | undefined {
  return typeof effort === 'string' ? effort !== 'none' : undefined;
}
