import type { ChatCompletionChunk } from '@hermes4/core';
import type { StreamEvent } from '../dialect/dialect.ts';
import { asRefusal } from '../refusal.ts';
import type { Work } from './work.ts';

const ENCODER = new TextEncoder();

/**
 * Writes an answer as server-sent events. It is made when it is asked for, so a slow reader slows its own
 * answer and no other; a reader that leaves ends it. What is ready at once travels at once, an event each.
 *
 * @param first The chunks that are known already.
 */
export function eventStream(
  work: Work,
  first: readonly ChatCompletionChunk[] | undefined,
): ReadableStream<Uint8Array> {
  const { signal } = work;
  const speech = work.dialect.stream(work.envelope);
  let ready: readonly ChatCompletionChunk[] | undefined = [work.opening(), ...(first ?? [])];
  let isOver = false;

  return new ReadableStream({
    start(controller) {
      signal.addEventListener('abort', () => controller.error(signal.reason), { once: true });
    },
    async pull(controller) {
      let text = '';
      while (text === '') text = await nextText().catch(brokenOff);
      if (signal.aborted) return;
      controller.enqueue(ENCODER.encode(text));
      if (isOver) controller.close();
    },
    cancel: () => work.end('left'),
  });

  async function nextText(): Promise<string> {
    const chunks = ready ?? (await work.next());
    ready = undefined;
    if (chunks) return written(chunks.flatMap((chunk) => speech.chunk(chunk)));
    isOver = true;
    work.end('complete');
    return `${written(speech.end(work.bill()))}data: [DONE]\n\n`;
  }

  /** The status was 200: hosts report a failure underway in the stream, and leave out [DONE]. */
  function brokenOff(error: unknown): string {
    isOver = true;
    const refusal = asRefusal(error);
    work.end(signal.aborted ? 'left' : 'failed', refusal);
    return written(speech.error(refusal));
  }
}

function written(events: readonly StreamEvent[]): string {
  let text = '';
  for (const event of events) {
    text += typeof event === 'string' ? `${event}\n\n` : `data: ${JSON.stringify(event)}\n\n`;
  }
  return text;
}
