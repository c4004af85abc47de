import type { Runtime } from '@hermes4/core';
import { createEventTail } from './event-tail.ts';

/** How a stream is found again. */
export interface Following {
  /**
   * Asks for what comes behind an event, or for everything. A 2xx answer without a body means that nothing
   * is left.
   */
  readonly goOn: (lastId: string | undefined, signal: AbortSignal) => Promise<Response>;
  /** Tells the relay that nobody will come back. */
  readonly leave: () => void;
  readonly runtime: Pick<Runtime, 'random' | 'after'>;
}

type Reading = { readonly bytes: Uint8Array | undefined } | { readonly error: unknown };

/** How often in a row a stream is looked for in vain: at most 15 s of pauses in all. */
const MAX_FAILURES = 6;

/**
 * The bytes of a stream of events across lost connections: each event once, and whole. When the stream
 * cannot be found again it fails with the error that broke it, or ends where it ended.
 */
export function followBody(
  body: ReadableStream<Uint8Array>,
  { goOn, leave, runtime }: Following,
): ReadableStream<Uint8Array> {
  const tail = createEventTail();
  const stopped = new AbortController();
  const isStopped = (): boolean => stopped.signal.aborted;
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined = body.getReader();
  let failures = 0;
  // Nothing is read ahead: whoever is slow is not told of, or charged for, what was thrown away.
  return new ReadableStream<Uint8Array>({ pull, cancel }, { highWaterMark: 0 });

  async function pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    for (;;) {
      const reading = await read();
      if (isStopped()) return;
      if ('bytes' in reading && reading.bytes) {
        const events = tail.push(reading.bytes);
        if (events.length === 0) continue;
        failures = 0;
        controller.enqueue(events);
        return;
      }
      if (tail.isOver() || !(await reconnect(reading))) {
        const rest = tail.takeRest();
        if (rest.length > 0) controller.enqueue(rest);
        controller.close();
        return;
      }
    }
  }

  async function read(): Promise<Reading> {
    try {
      return { bytes: (await reader?.read())?.value };
    } catch (error) {
      return { error };
    }
  }

  /** Finds the stream again; `false` when it has ended where it stopped. */
  async function reconnect(broken: Reading): Promise<boolean> {
    while (failures < MAX_FAILURES) {
      await pause();
      if (isStopped()) break;
      failures += 1;
      const response = await goOn(tail.lastId(), stopped.signal).catch(() => undefined);
      if (isStopped()) break;
      if (response?.ok) {
        reader = response.body?.getReader();
        if (reader) tail.takeRest();
        return reader !== undefined;
      }
      void response?.body?.cancel().catch(() => undefined);
      if (response && response.status < 500 && response.status !== 429) break;
    }
    if ('error' in broken) throw broken.error;
    return false;
  }

  /** None before the first try; then up to 0.5, 1, 2, 4, 8 seconds, at random. */
  function pause(): Promise<void> {
    if (failures === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        cancelTimer();
        stopped.signal.removeEventListener('abort', wake);
        resolve();
      };
      const cancelTimer = runtime.after(runtime.random() * 250 * 2 ** failures, wake);
      stopped.signal.addEventListener('abort', wake);
    });
  }

  function cancel(): void {
    stopped.abort();
    if (!tail.isOver()) leave();
    reader?.cancel().catch(() => undefined);
  }
}
