import { type RecordedResponse, readPiece } from '@hermes4/core/internal';
import { type Clock, waitOn } from '../../clock.ts';

/** How a recording is played. */
export interface PlayOptions {
  readonly timing: 'instant' | 'recorded';
  readonly clock: Clock;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

/** Statuses whose answers have no body. */
const BODILESS = [204, 205, 304];

/** Plays one recorded answer, a piece for each time that the reader asks. */
export async function playAnswer(
  { status, headers, atMs, pieces }: RecordedResponse,
  { timing, clock, signal }: PlayOptions,
): Promise<Response> {
  const startedAt = clock.now();
  const left = new AbortController();
  const gone = AbortSignal.any([signal, left.signal]);
  await reach(atMs);
  let next = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = pieces[next++];
        if (!piece) {
          controller.close();
          return;
        }
        await reach(piece.atMs);
        controller.enqueue(readPiece(piece));
      },
      cancel: (reason) => left.abort(reason),
    },
    { highWaterMark: 0 },
  );
  return new Response(BODILESS.includes(status) ? null : body, { status, headers });

  async function reach(ms: number): Promise<void> {
    gone.throwIfAborted();
    const rest = startedAt + ms - clock.now();
    if (timing === 'recorded' && rest > 0) await waitOn(clock, rest, gone);
  }
}
