import {
  describeIssues,
  findRequestIssues,
  isRecord,
  type WireChatRequest,
} from '@hermes4/core/internal';
import { Refusal } from '../refusal.ts';

/**
 * Holds a body against the API document.
 *
 * @throws Refusal 400 that names each path, what was expected and what was received.
 */
export function validateChatRequest(body: unknown, models: readonly string[]): WireChatRequest {
  const said = withoutNullContent(body);
  const issues = findRequestIssues(said);
  const { model } = (body ?? {}) as { model?: unknown };
  if (typeof model === 'string' && model !== '' && !models.includes(model)) {
    const expected = models.map((name) => JSON.stringify(name)).join(' or ');
    issues.unshift({ path: 'model', expected, received: JSON.stringify(model.slice(0, 100)) });
  }
  if (issues.length === 0) return said as WireChatRequest;
  throw new Refusal(400, `Body validation error! ${describeIssues(issues)}`);
}

/**
 * The published schema has no null for what an assistant said, and clients of OpenAI's API send one beside
 * every tool call that they replay. A host behind the hosted API takes it, so it counts as left out.
 */
function withoutNullContent(body: unknown): unknown {
  if (!isRecord(body) || !Array.isArray(body['messages'])) return body;
  const messages: unknown[] = body['messages'];
  if (!messages.some(isSilentTurn)) return body;
  const said = messages.map((message) => {
    if (!isSilentTurn(message)) return message;
    const { content: _, ...rest } = message;
    return rest;
  });
  return { ...body, messages: said };
}

function isSilentTurn(message: unknown): message is Record<string, unknown> {
  return isRecord(message) && message['role'] === 'assistant' && message['content'] === null;
}
