import { HermesError } from '../errors/hermes-error.ts';
import type { CompleteChatRequest } from '../model/chat-request.ts';
import type { Warning } from '../model/warning.ts';
import { check, type Issue } from './check.ts';
import { definitions } from './request-schema.generated.ts';
import type { Schema } from './schema.ts';

/** The one parameter that is ours: it becomes what the host has for it. */
const reasoning: Schema = {
  anyOf: [
    { type: 'boolean' },
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        enabled: { type: 'boolean' },
        max_tokens: { type: 'integer', minimum: 1 },
        exclude: { type: 'boolean' },
        keep: { type: 'boolean' },
      },
    },
  ],
};

const request: Schema = { $ref: 'ChatCompletionCreateParams' };

/**
 * Holds a request's body against the API document. The model's name is left to the host, since each
 * host has its own.
 */
export function findRequestIssues(body: unknown): Issue[] {
  return check(body, request, definitions);
}

/**
 * Returns the request when it keeps to the API document, and tells of parameters that the document and
 * the host do not know: they are sent all the same.
 *
 * @throws HermesError `invalid_request` that names the path, what was expected and what was given,
 *   before anything is sent.
 */
export function validateRequest(
  given: CompleteChatRequest,
  extraParameters: readonly string[],
  warn: (warning: Warning) => void,
): CompleteChatRequest {
  const issues = findRequestIssues(given);
  if (given.reasoning !== undefined) {
    const own = { properties: { reasoning } };
    issues.push(...check({ reasoning: given.reasoning }, own, definitions));
  }
  const [first] = issues;
  if (first) {
    throw new HermesError(describeIssues(issues), { code: 'invalid_request', path: first.path });
  }
  for (const name of Object.keys(given)) {
    if (!isKnown(name) && !extraParameters.includes(name)) warn(unknownParameter(name));
  }
  return given;
}

function isKnown(name: string): boolean {
  const { properties = {} } = definitions['ChatCompletionCreateParams'] ?? {};
  return name === 'reasoning' || Object.hasOwn(properties, name);
}

function unknownParameter(name: string): Warning {
  return {
    code: 'unknown_parameter',
    path: name,
    message: `The API document has no parameter ${name}. It is sent as it is; a host may ignore or refuse it.`,
  };
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
