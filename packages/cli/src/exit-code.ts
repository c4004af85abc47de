import { type ErrorCode, isHermesError } from '@hermes4/node';

/** What the process leaves with; documented in `hermes4 --help` and the README. */
export const EXIT = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  unauthorized: 3,
  outOfCredits: 4,
  unreachable: 5,
  rateLimited: 6,
  interrupted: 130,
  terminated: 143,
} as const;

const BY_ERROR: Record<ErrorCode, number> = {
  invalid_options: EXIT.usage,
  missing_api_key: EXIT.unauthorized,
  invalid_request: EXIT.usage,
  invalid_output: EXIT.unexpected,
  unauthorized: EXIT.unauthorized,
  out_of_credits: EXIT.outOfCredits,
  forbidden: EXIT.unauthorized,
  model_not_found: EXIT.usage,
  not_found: EXIT.usage,
  rate_limited: EXIT.rateLimited,
  quota_exhausted: EXIT.outOfCredits,
  overloaded: EXIT.unreachable,
  server_error: EXIT.unreachable,
  connection_failed: EXIT.unreachable,
  timed_out: EXIT.unreachable,
  stream_interrupted: EXIT.unreachable,
  thinking_exhausted: EXIT.unexpected,
  budget_exceeded: EXIT.outOfCredits,
  too_many_turns: EXIT.unexpected,
  unexpected_response: EXIT.unreachable,
  response_too_large: EXIT.unreachable,
};

/** The exit code for an error that ended a command. */
export function exitCodeOf(error: unknown): number {
  return isHermesError(error) ? BY_ERROR[error.code] : EXIT.unexpected;
}
