import type { CompleteChatRequest, WireChatRequest } from '../model/chat-request.ts';
import type { HostProfile } from '../model/host-profile.ts';

/** Names that hosts give to the reasoning of an earlier answer. */
const REASONING = new Set(['reasoning', 'reasoning_content', 'reasoning_details']);

type Message = WireChatRequest['messages'][number];

/**
 * Drops the reasoning of earlier answers, as the model's own template does, or sends it again where the
 * caller asked for that: in fields to a host that has a parameter for reasoning, else in the tags in which
 * the model wrote it.
 */
export function replayReasoning(
  request: WireChatRequest,
  reasoning: CompleteChatRequest['reasoning'],
  host: HostProfile,
): WireChatRequest {
  const keep = typeof reasoning === 'object' && reasoning.keep === true;
  if (!request.messages.some(hasReasoning)) return request;
  const rewrite = !keep ? without : host.reasoning === 'parameter' ? inFields : inTags;
  const messages = request.messages.map((message) =>
    hasReasoning(message) ? (rewrite({ ...message }) as Message) : message,
  );
  const rewritten = { ...request, messages };
  if (!keep || host.reasoning !== 'template') return rewritten;
  const { chat_template_kwargs } = request as { chat_template_kwargs?: object };
  return {
    ...rewritten,
    chat_template_kwargs: { keep_cots: true, ...chat_template_kwargs },
  } as WireChatRequest;
}

function hasReasoning(message: Message): boolean {
  return message.role === 'assistant' && Object.keys(message).some((name) => REASONING.has(name));
}

function without(message: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(message).filter(([name]) => !REASONING.has(name)));
}

function inFields(message: Record<string, unknown>): Record<string, unknown> {
  const { reasoning_content, ...rest } = message;
  return { ...rest, reasoning: rest['reasoning'] ?? reasoning_content };
}

function inTags(message: Record<string, unknown>): Record<string, unknown> {
  const thoughts = message['reasoning_content'] ?? message['reasoning'];
  const rest = without(message);
  if (typeof thoughts !== 'string' || thoughts === '') return rest;
  const opening = `<think>\n${thoughts}\n</think>\n`;
  const { content } = rest;
  if (Array.isArray(content)) {
    return { ...rest, content: [{ type: 'text', text: opening }, ...(content as unknown[])] };
  }
  return { ...rest, content: `${opening}${typeof content === 'string' ? content : ''}` };
}
