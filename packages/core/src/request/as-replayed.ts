import type { WireChatRequest } from '../model/chat-request.ts';
import { isRecord } from '../primitives/is-record.ts';

/** What an answer's message has and a request's message must not have. */
const ONLY_IN_ANSWERS = new Set(['annotations', 'audio', 'parsed']);

/**
 * Makes earlier answers fit to be sent again: the API refuses a `null` where it expects text or calls.
 * Everything else passes as it is, so that the validator sees what the caller wrote; what becomes of
 * earlier reasoning depends on the host.
 */
export function asReplayed(messages: unknown): WireChatRequest['messages'] {
  // Callers without types can put anything here; the validator says what is wrong with it.
  if (!Array.isArray(messages)) return messages as WireChatRequest['messages'];
  return messages.map((message: unknown) =>
    isRecord(message) && message['role'] === 'assistant' ? withoutAnswerOnly(message) : message,
  ) as WireChatRequest['messages'];
}

function withoutAnswerOnly(message: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(message).filter(
    ([name, value]) => value !== null && !ONLY_IN_ANSWERS.has(name),
  );
  return Object.fromEntries(kept);
}
