import type { Ending } from '../generate/generate.ts';
import { type Exchange, shapeChunk, shapeUsageChunk } from './completion.ts';

/**
 * Writes an answer as server-sent events, one event a piece. A piece is made when it is asked for, so
 * a slow reader slows its own answer and no other; a reader that leaves ends the generation.
 */
export function eventStream(
  exchange: Exchange,
  texts: AsyncGenerator<string, Ending>,
  stop: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const events = eventsOf(exchange, texts);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await events.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`data: ${value}\n\n`));
    },
    async cancel() {
      stop();
      await events.return(undefined);
    },
  });
}

async function* eventsOf(
  exchange: Exchange,
  texts: AsyncGenerator<string, Ending>,
): AsyncGenerator<string, undefined> {
  yield JSON.stringify(shapeChunk(exchange, { role: 'assistant', content: '' }));
  let piece = await texts.next();
  for (; !piece.done; piece = await texts.next()) {
    yield JSON.stringify(shapeChunk(exchange, { content: piece.value }));
  }
  yield JSON.stringify(shapeChunk(exchange, {}, piece.value.finish_reason));
  if (exchange.request.stream_options?.include_usage) {
    yield JSON.stringify(shapeUsageChunk(exchange, piece.value));
  }
  yield '[DONE]';
}
