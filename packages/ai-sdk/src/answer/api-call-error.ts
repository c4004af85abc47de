import { APICallError } from '@ai-sdk/provider';
import { type ErrorCode, type HermesError, isHermesError } from '@hermes4/core';
import type { Exchange } from '../model/tap.ts';

/** Failures after which the client itself would ask again. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'rate_limited',
  'overloaded',
  'server_error',
  'connection_failed',
  'timed_out',
  'stream_interrupted',
]);
/** A host that asks for a longer pause is not asked again. */
const LONGEST_PAUSE = 60_000;

/**
 * Says a failure of the host as the SDK knows failures, so that it tries again where that helps, after the
 * pause that the host asks for. What never reached a host, and the caller's own reason for a stop, stay
 * what they are.
 */
export function asCallError(error: unknown, exchange: Exchange): unknown {
  if (!isHermesError(error) || exchange.url === undefined) return error;
  const { code, status, path, requestId, retryAfterMs } = error;
  return new APICallError({
    message: error.message,
    url: exchange.url,
    requestBodyValues: exchange.requestBody,
    ...(status !== undefined && { statusCode: status }),
    responseHeaders: {
      ...exchange.responseHeaders,
      ...(retryAfterMs !== undefined && { 'retry-after-ms': String(retryAfterMs) }),
    },
    ...(exchange.responseBody !== undefined && { responseBody: exchange.responseBody }),
    isRetryable: isPassing(error),
    data: { code, path, requestId },
    cause: error,
  });
}

function isPassing({ code, status, retryAfterMs = 0 }: HermesError): boolean {
  return (PASSING.has(code) || status === 409) && retryAfterMs <= LONGEST_PAUSE;
}
