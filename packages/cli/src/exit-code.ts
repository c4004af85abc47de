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
  unauthorized: EXIT.unauthorized,
  out_of_credits: EXIT.outOfCredits,
  forbidden: EXIT.unauthorized,
  not_found: EXIT.usage,
  rate_limited: EXIT.rateLimited,
  overloaded: EXIT.unreachable,
  server_error: EXIT.unreachable,
  connection_failed: EXIT.unreachable,
  stream_interrupted: EXIT.unreachable,
  unexpected_response: EXIT.unreachable,
  response_too_large: EXIT.unreachable,
};

/** The exit code for an error that ended a command. */
export function exitCodeOf(error: unknown): number {
  return isHermesError(error) ? BY_ERROR[error.code] : EXIT.unexpected;
}
