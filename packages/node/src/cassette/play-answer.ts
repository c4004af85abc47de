import { type RecordedResponse, readPiece } from '@hermes4/core/internal';
import type { Clock } from '../clock.ts';

/** How a recording is played. */
export interface PlayOptions {
  /** As fast as it is read, or with the pauses that were recorded. */
  readonly timing: 'instant' | 'recorded';
  readonly clock: Clock;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal | null | undefined;
}

/** Statuses whose answers have no body. */
const BODILESS = [204, 205, 304];

/** Plays one recorded answer, a piece for each time that the reader asks. */
export async function playAnswer(
  { status, headers, atMs, pieces }: RecordedResponse,
  { timing, clock, signal }: PlayOptions,
): Promise<Response> {
  const left = new AbortController();
  const gone = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  const startedAt = clock.now();
  const rest = pieces.values();
  await reach(atMs);
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value: piece } = rest.next();
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
    const pause = startedAt + ms - clock.now();
    if (timing === 'recorded' && pause > 0) await wait(pause);
  }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = clock.after(ms, end);
      gone.addEventListener('abort', end, { once: true });

      function end(): void {
        stop();
        gone.removeEventListener('abort', end);
        if (gone.aborted) reject(gone.reason as Error);
        else resolve();
      }
    });
  }
}
