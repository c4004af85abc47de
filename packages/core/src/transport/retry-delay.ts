import type { ErrorCode } from '../errors/error-code.ts';
import { HermesError } from '../errors/hermes-error.ts';
import type { Runtime } from '../model/runtime.ts';
import type { CallRecord } from './call-record.ts';
import type { Limits } from './deadlines.ts';

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

/** How often, and after which pauses, a caller wants an attempt repeated. */
export interface RetryRules {
  readonly limits: Limits;
  readonly maxRetries: number;
  /** The longest pause that the host may ask for, in milliseconds. */
  readonly maxRetryAfterMs: number;
}

/**
 * How long to wait before the next attempt, in milliseconds, or `undefined` when there is to be none.
 *
 * The pause is anything up to a bound that doubles ("full jitter"), so that clients that failed together do not
 * come back together. A host that asks for more than the caller allows is told to the caller, who may have better
 * things to do.
 */
export function retryDelay(
  error: unknown,
  record: Pick<CallRecord, 'attempts' | 'elapsed'>,
  { limits, maxRetries, maxRetryAfterMs }: RetryRules,
  runtime: Pick<Runtime, 'random'>,
): number | undefined {
  const attempts = record.attempts();
  if (!(error instanceof HermesError) || attempts > maxRetries) return undefined;
  const { code, status, retryAfterMs } = error;
  if (!PASSING.includes(code) && status !== 409) return undefined;
  if ((retryAfterMs ?? 0) > maxRetryAfterMs) return undefined;
  const bound = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1));
  const ms = retryAfterMs ?? runtime.random() * bound;
  // Pausing beyond the end of the call would only hide why it failed.
  return record.elapsed() + ms < limits.total ? ms : undefined;
}
