import { HermesError } from '../errors/hermes-error.ts';
import type { HttpResponse } from '../model/http.ts';
import { describeCause } from './describe-cause.ts';

/** The platform's response as the rooms see it: bytes to pull, and a way to let go of them. */
export function httpResponse(response: Response, signal: AbortSignal | undefined): HttpResponse {
  const reader = response.body?.getReader();
  const { status, headers } = response;
  // A body that does not listen to the signal itself would leave its reader waiting.
  const stop = (): void => void cancel();
  signal?.addEventListener('abort', stop, { once: true });

  return { status, headers, read, discard };

  async function read(): Promise<Uint8Array | undefined> {
    try {
      const value = (await reader?.read())?.value;
      signal?.throwIfAborted();
      if (!value) signal?.removeEventListener('abort', stop);
      return value;
    } catch (cause) {
      signal?.removeEventListener('abort', stop);
      signal?.throwIfAborted();
      throw new HermesError(
        `The connection broke while the answer was arriving: ${describeCause(cause)}.`,
        { code: 'stream_interrupted', status, cause },
      );
    }
  }

  async function discard(): Promise<void> {
    signal?.removeEventListener('abort', stop);
    await cancel();
  }

  async function cancel(): Promise<void> {
    // A body that has failed rejects here with the error that its reader was given before.
    await reader?.cancel().catch(() => undefined);
  }
}
