import { describeIssues, findRequestIssues, type WireChatRequest } from '@hermes4/core/internal';
import { Refusal } from '../refusal.ts';

/**
 * Holds a body against the API document.
 *
 * @throws Refusal 400 that names each path, what was expected and what was received.
 */
export function validateChatRequest(body: unknown, models: readonly string[]): WireChatRequest {
  const issues = findRequestIssues(body);
  const { model } = (body ?? {}) as { model?: unknown };
  if (typeof model === 'string' && model !== '' && !models.includes(model)) {
    const expected = models.map((name) => JSON.stringify(name)).join(' or ');
    issues.unshift({ path: 'model', expected, received: JSON.stringify(model.slice(0, 100)) });
  }
  if (issues.length === 0) return body as WireChatRequest;
  throw new Refusal(400, `Body validation error! ${describeIssues(issues)}`);
}
