import { HermesError } from '@hermes4/core';
import { Refusal } from '../../refusal.ts';
import type { UpstreamAnswer } from './call-upstream.ts';
import type { Passage } from './passage.ts';

/** How a body is passed on. */
export interface PassOptions {
  readonly passage: Passage;
  /** Whether the body is an event stream, in which a failure can be told. */
  readonly isEvents: boolean;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

/**
 * Passes a body on, a read for each time that the caller asks: a slow caller slows the upstream, and no
 * other call. Where the upstream breaks off between two events, one more says so; elsewhere the stream
 * fails. A caller who leaves ends the upstream's work.
 */
export function passBody(
  upstream: UpstreamAnswer,
  { passage, isEvents, signal }: PassOptions,
): ReadableStream<Uint8Array> {
  let tail = '\n\n';
  let hasLeft = false;

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          await passNext(controller);
        } catch (error) {
          breakOff(error, controller);
        }
      },
      cancel() {
        hasLeft = true;
        upstream.close();
      },
    },
    { highWaterMark: 0 },
  );

  /** Reads until there is something to give out. */
  async function passNext(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    for (;;) {
      const part = await upstream.read();
      // Leaving ends a read that is underway, too.
      if (hasLeft) return;
      const out = part ? passage.push(part) : passage.end();
      give(out, controller);
      if (!part || passage.isDone()) {
        upstream.close();
        controller.close();
        return;
      }
      if (out.length > 0) return;
    }
  }

  function give(out: Uint8Array, controller: ReadableStreamDefaultController<Uint8Array>): void {
    if (out.length === 0) return;
    tail = (tail + String.fromCharCode(...out.subarray(-4))).slice(-4);
    controller.enqueue(out);
  }

  function breakOff(error: unknown, controller: ReadableStreamDefaultController<Uint8Array>): void {
    upstream.close();
    if (hasLeft) return;
    if (signal.aborted) {
      controller.error(signal.reason);
      return;
    }
    const { status, message } = error instanceof Refusal ? error : unreadable(error);
    give(passage.breakOff(), controller);
    if (!isEvents || !/(?:\n\n|\r\r|\r\n\r\n)$/.test(tail)) {
      controller.error(new HermesError(message, { code: 'stream_interrupted', status }));
      return;
    }
    // As hosts do it: an error in the stream, and no [DONE].
    const event = `data: ${JSON.stringify({ error: { message, code: status } })}\n\n`;
    controller.enqueue(new TextEncoder().encode(event));
    controller.close();
  }
}

function unreadable(error: unknown): Refusal {
  const said = error instanceof Error ? error.message : String(error);
  return new Refusal(502, `The upstream's answer could not be read: ${said}`);
}
