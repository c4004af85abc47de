import { HermesError } from '../errors/hermes-error.ts';
import type { Fetch, HttpRequest, HttpResponse } from '../model/http.ts';
import { abortable } from './abortable.ts';
import { describeCause } from './describe-cause.ts';
import { httpResponse } from './http-response.ts';

/**
 * Sends one request and resolves when the status and headers of its answer are known.
 *
 * @throws The signal's own reason when it is aborted (`fetch` would put its own error in its place);
 *   HermesError `connection_failed` when no answer arrives.
 */
export async function send(request: HttpRequest, fetch: Fetch): Promise<HttpResponse> {
  const { url, signal, ...init } = request;
  signal?.throwIfAborted();
  try {
    const sent = fetch(url, signal ? { ...init, signal } : init);
    const response = await abortable(sent, signal, (late) => void late.body?.cancel());
    return httpResponse(response, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    throw new HermesError(
      `Could not reach ${new URL(url).origin}: ${describeCause(cause)}. Check the network, the proxy and baseURL.`,
      { code: 'connection_failed', cause },
    );
  }
}
