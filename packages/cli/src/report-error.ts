import { type ErrorCode, type HermesError, isHermesError } from '@hermes4/node';
import { EXIT } from './exit-code.ts';
import { Failure, Interruption } from './failure.ts';
import { type Output, withoutControls } from './io.ts';
import type { Styles } from './styles.ts';
import { fold } from './terminal/fold.ts';

const BY_ERROR: Record<ErrorCode, number> = {
  invalid_options: EXIT.usage,
  missing_api_key: EXIT.unauthorized,
  invalid_request: EXIT.usage,
  invalid_output: EXIT.invalidOutput,
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
  thinking_exhausted: EXIT.invalidOutput,
  budget_exceeded: EXIT.capped,
  too_many_turns: EXIT.capped,
  unexpected_response: EXIT.unreachable,
  response_too_large: EXIT.unreachable,
};

/** The exit code for an error that ended a command. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof Failure) return error.exitCode;
  return isHermesError(error) ? BY_ERROR[error.code] : EXIT.unexpected;
}

/**
 * What is told of an error that ended a command; nothing of an interruption, which the person knows of.
 *
 * @param isVerbose Adds what a report to the host or to us needs: code, status, the host's id for the call, and
 *   the stack of what nobody foresaw.
 * @param output Where it will stand.
 */
export function describeError(
  error: unknown,
  {
    isVerbose,
    styles,
    output,
  }: { readonly isVerbose: boolean; readonly styles: Styles; readonly output: Output },
): string {
  if (error instanceof Interruption) return '';
  const message = error instanceof Error ? error.message : String(error);
  const lines = [`${styles.red('hermes4:')} ${withoutControls(message)}`];
  if (isVerbose && isHermesError(error)) lines.push(styles.dim(facts(error)));
  else if (isVerbose && error instanceof Error && !(error instanceof Failure)) {
    lines.push(styles.dim(withoutControls(error.stack ?? '')));
  }
  // For people: a pipe or a log has the code, and no use for advice.
  if (isHermesError(error) && output.isTTY) {
    lines.push(styles.dim(`Why, and what helps: hermes4 explain ${error.code}`));
  }
  return fold(`${lines.join('\n')}\n`, output);
}

function facts({ code, status, requestId, path }: HermesError): string {
  const known = { code, status, 'request id': requestId, path };
  return Object.entries(known)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name}: ${withoutControls(String(value))}`)
    .join('\n');
}
