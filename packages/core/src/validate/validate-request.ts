import { HermesError } from '../errors/hermes-error.ts';
import type { WireChatRequest } from '../model/chat-request.ts';
import { check, type Issue } from './check.ts';
import { definitions } from './request-schema.generated.ts';

/**
 * Holds a request's body against the API document. The model's name is left to the host, since each
 * host has its own.
 */
export function findRequestIssues(request: unknown): Issue[] {
  return check(request, { $ref: 'ChatCompletionCreateParams' }, definitions);
}

/**
 * Returns the request when it keeps to the API document.
 *
 * @throws HermesError `invalid_request` that names the path, what was expected and what was given,
 *   before anything is sent.
 */
export function validateRequest(request: WireChatRequest): WireChatRequest {
  const issues = findRequestIssues(request);
  const [first] = issues;
  if (!first) return request;
  throw new HermesError(describeIssues(issues), { code: 'invalid_request', path: first.path });
}

/** All issues as one sentence each. */
export function describeIssues(issues: readonly Issue[]): string {
  return issues
    .map(
      ({ path, expected, received }) =>
        `${path || 'The body'}: expected ${expected}, received ${received}.`,
    )
    .join(' ');
}
