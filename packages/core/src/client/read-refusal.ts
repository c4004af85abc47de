import { readErrorAnswer } from '../decode/error-answer.ts';
import type { HermesError } from '../errors/hermes-error.ts';
import type { HttpResponse } from '../model/http.ts';
import { readRetryAfter } from '../transport/retry-after.ts';

/**
 * Reads what a host says that refuses a call, and how long it asks to wait.
 *
 * @param now When it said so, in milliseconds since 1970.
 */
export async function readRefusal(response: HttpResponse, now: number): Promise<HermesError> {
  const retryAfterMs = readRetryAfter(response.headers, now);
  const error = await readErrorAnswer(response);
  return retryAfterMs === undefined ? error : error.with({ retryAfterMs });
}
