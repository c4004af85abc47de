import { HermesError } from '../errors/hermes-error.ts';
import type { Fetch, HttpRequest, HttpResponse } from '../model/http.ts';
import { describeCause } from './describe-cause.ts';

/**
 * Sends one request and resolves when the status and headers of its answer are known.
 *
 * @throws The signal's own reason when it is aborted (`fetch` would put its own error in its place);
 *   HermesError `connection_failed` when no answer arrives.
 */
export async function send(request: HttpRequest, fetch: Fetch): Promise<HttpResponse> {
  const { url, signal, ...init } = request;
  signal?.throwIfAborted();
  let response: Response;
  try {
    response = await fetch(url, signal ? { ...init, signal } : init);
  } catch (cause) {
    signal?.throwIfAborted();
    throw new HermesError(
      `Could not reach ${new URL(url).origin}: ${describeCause(cause)}. Check the network, the proxy and baseURL.`,
      { code: 'connection_failed', cause },
    );
  }
  return httpResponse(response, signal);
}

function httpResponse(response: Response, signal: AbortSignal | undefined): HttpResponse {
  const reader = response.body?.getReader();
  return { status: response.status, headers: response.headers, read, discard };

  async function read(): Promise<Uint8Array | undefined> {
    try {
      const value = (await reader?.read())?.value;
      // A `fetch` of the caller's own may end the body where the platform's would reject.
      if (value === undefined) signal?.throwIfAborted();
      return value;
    } catch (cause) {
      signal?.throwIfAborted();
      throw new HermesError(
        `The connection broke while the answer was arriving: ${describeCause(cause)}.`,
        { code: 'stream_interrupted', status: response.status, cause },
      );
    }
  }

  async function discard(): Promise<void> {
    // A body that has already failed rejects here with the error that its reader was given before.
    await reader?.cancel().catch(() => undefined);
  }
}
