import { asRefusal } from '../refusal.ts';
import type { Ending } from '../generate/generate.ts';
import { type Exchange, shapeChunk, shapeUsageChunk } from './completion.ts';

/** An answer whose beginning is known. */
export interface BegunAnswer {
  readonly first: IteratorResult<string, Ending>;
  readonly rest: AsyncGenerator<string, Ending>;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Ends the generation. */
  stop(): void;
}

/**
 * Writes an answer as server-sent events, one event a piece. A piece is made when it is asked for, so
 * a slow reader slows its own answer and no other; a reader that leaves ends the generation.
 */
export function eventStream(exchange: Exchange, answer: BegunAnswer): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const events = eventsOf(exchange, answer);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await events.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`data: ${value}\n\n`));
    },
    async cancel() {
      answer.stop();
      await events.return(undefined);
      // The engine's own cleanup runs only when its generator is closed; the ending is not read.
      await answer.rest.return(undefined as never);
    },
  });
}

async function* eventsOf(
  exchange: Exchange,
  { first, rest, signal }: BegunAnswer,
): AsyncGenerator<string, undefined> {
  try {
    yield JSON.stringify(shapeChunk(exchange, { role: 'assistant', content: '' }));
    let piece = first;
    for (; !piece.done; piece = await rest.next()) {
      yield JSON.stringify(shapeChunk(exchange, { content: piece.value }));
    }
    yield JSON.stringify(shapeChunk(exchange, {}, piece.value.finish_reason));
    if (exchange.request.stream_options?.include_usage) {
      yield JSON.stringify(shapeUsageChunk(exchange, piece.value));
    }
    yield '[DONE]';
  } catch (error) {
    signal.throwIfAborted();
    // The status was 200: hosts report a failure underway in the stream, and leave out [DONE].
    const { message, status } = asRefusal(error);
    yield JSON.stringify({ error: { message, code: status } });
  }
}
