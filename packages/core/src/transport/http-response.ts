import { HermesError } from '../errors/hermes-error.ts';
import type { HttpResponse } from '../model/http.ts';
import type { Attempt } from './attempt.ts';
import type { Deadlines } from './deadlines.ts';
import { describeCause } from './describe-cause.ts';

interface Piece {
  readonly value?: Uint8Array | undefined;
}

/** The platform's response as the rooms see it: bytes to pull, and a way to let go of them. */
export function httpResponse(
  response: Response,
  { throwIfInterrupted, onStop }: Attempt,
  deadlines: Deadlines | undefined,
): HttpResponse {
  const reader = response.body?.getReader();
  const { status, headers } = response;
  // A body that does not listen to the signal itself would leave its reader waiting.
  onStop(cancel);

  return { status, headers, read, discard };

  function read(): Promise<Uint8Array | undefined> {
    deadlines?.waiting();
    const next: Promise<Piece> = reader?.read() ?? Promise.resolve({});
    return next.then(arrived, broken);
  }

  function arrived({ value }: Piece): Uint8Array | undefined {
    throwIfInterrupted();
    deadlines?.arrived();
    if (!value) onStop(undefined);
    return value;
  }

  function broken(cause: unknown): never {
    onStop(undefined);
    throwIfInterrupted();
    throw new HermesError(
      `The connection broke while the answer was arriving: ${describeCause(cause)}.`,
      { code: 'stream_interrupted', status, cause },
    );
  }

  function discard(): void {
    onStop(undefined);
    cancel();
  }

  /** A body may take as long as it likes to close; nobody waits for that. */
  function cancel(reason?: unknown): void {
    // A body that has failed rejects here with the error that its reader was given before.
    reader?.cancel(reason).catch(() => undefined);
  }
}
