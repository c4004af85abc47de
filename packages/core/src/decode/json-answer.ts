import { HermesError } from '../errors/hermes-error.ts';
import type { HttpResponse } from '../model/http.ts';
import { excerpt } from '../primitives/excerpt.ts';
import { readBody } from './read-body.ts';

/**
 * Reads a JSON answer.
 *
 * @throws HermesError `unexpected_response` when the body is empty, HTML or otherwise not JSON: a
 *   proxy's page often comes with status 200.
 */
export async function readJsonAnswer(response: HttpResponse, maxBytes: number): Promise<unknown> {
  const text = await readBody(response, maxBytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notACompletion(response, text === '' ? 'an empty body' : excerpt(text), cause);
  }
}

/** The error for an answer with a good status that cannot be a completion. */
export function notACompletion(
  response: HttpResponse,
  received: string,
  cause?: unknown,
): HermesError {
  const type = response.headers.get('content-type') ?? 'no content type';
  return new HermesError(
    `The host answered ${response.status} with ${received} (${type}) instead of a chat completion. Check that baseURL points at the API and that no proxy answers in its place.`,
    { code: 'unexpected_response', status: response.status, cause },
  );
}
