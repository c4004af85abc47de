import type { ErrorCode } from '../errors/error-code.ts';
import { HermesError } from '../errors/hermes-error.ts';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

const PASSING: readonly ErrorCode[] = [
  'rate_limited',
  'overloaded',
  'server_error',
  'connection_failed',
  'timed_out',
  'stream_interrupted',
];

/**
 * How long to wait before the next attempt, in milliseconds, or `undefined` when another would not help.
 *
 * @param attempt Which attempt failed, from 1.
 * @param longest A host that asks for more than this is told to the caller, who may have better things to do.
 * @param random From 0 to 1. The pause is anything up to a bound that doubles ("full jitter"), so that
 *   clients that failed together do not come back together.
 */
export function retryDelay(
  error: unknown,
  attempt: number,
  longest: number,
  random: number,
): number | undefined {
  if (!(error instanceof HermesError)) return undefined;
  if (!PASSING.includes(error.code) && error.status !== 409) return undefined;
  const asked = error.retryAfterMs;
  if (asked !== undefined) return asked > longest ? undefined : asked;
  return random * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));
}
