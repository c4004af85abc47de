import { HermesError } from '../errors/hermes-error.ts';
import type { Fetch, HttpRequest } from '../model/http.ts';
import type { Attempt } from './attempt.ts';
import { describeCause } from './describe-cause.ts';
import { letGo, orStopped } from './or-stopped.ts';

/**
 * Sends one request and resolves when the status and headers of its answer are known. It does not wait
 * for a `fetch` that ignores its signal.
 *
 * @throws The reason of an interruption (`fetch` would put its own error in its place); HermesError
 *   `connection_failed` when no answer arrives.
 */
export async function sendOnce(
  { url, method, headers, body }: HttpRequest,
  fetch: Fetch,
  attempt: Attempt,
): Promise<Response> {
  const init: RequestInit = {
    method,
    headers,
    get signal() {
      return attempt.signal();
    },
  };
  if (body !== undefined) init.body = body;
  try {
    return await orStopped(fetch(url, init), attempt.onStop, letGo);
  } catch (cause) {
    attempt.throwIfInterrupted();
    throw new HermesError(
      `Could not reach ${new URL(url).origin}: ${describeCause(cause)}. Check the network, the proxy and baseURL.`,
      { code: 'connection_failed', cause },
    );
  }
}
