import type { Clock } from '../clock.ts';
import { createEventRing, type EventRing } from './event-ring.ts';
import { createEventSplitter } from './split-events.ts';

/** A stream that outlives its reader. */
export interface HeldStream {
  /** The numbers of the events that can be had again. */
  readonly events: Pick<EventRing, 'first' | 'last'>;
  /** How its source ended; `undefined` while it goes on. */
  ending(): StreamEnding | undefined;
  /**
   * Reads the events after a number, those to come included. There is one reader: a new one takes the
   * place of the old, whose connection may be dead without anybody having noticed.
   */
  follow(position: number, signal: AbortSignal): ReadableStream<Uint8Array>;
  /** Ends the source, and its reader with an error. */
  end(reason: Error): void;
}

/** How the source of a stream ended. */
export interface StreamEnding {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What broke it off, if anything did. */
  readonly error?: unknown;
}

/** How a stream is held. */
export interface Holding {
  readonly maxBytes: number;
  readonly graceMs: number;
  readonly clock: Clock;
  /** Called when nobody has come back in time. */
  readonly abandoned: () => void;
}

interface Follower {
  position: number;
}

/**
 * Reads a stream of events to its end, whoever follows, but never further ahead of the reader than
 * `maxBytes`. Without a reader it goes on for `graceMs`.
 */
export function holdStream(
  source: ReadableStream<Uint8Array>,
  { maxBytes, graceMs, clock, abandoned }: Holding,
): HeldStream {
  const ring = createEventRing(maxBytes);
  const change = createSignal();
  let follower: Follower | undefined;
  /** How far the last reader got. */
  let read = 0;
  let over: StreamEnding | undefined;
  let cancelGrace = (): void => undefined;
  const reader = source.getReader();
  void pump();
  return { events: ring, ending: () => over, follow, end };

  async function pump(): Promise<void> {
    const splitter = createEventSplitter();
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        add(splitter.push(part.value));
        while (ring.bytesAfter(read) >= maxBytes && !over) await change.next();
      }
      add([splitter.rest()].filter(({ length }) => length > 0));
      finish({ at: clock.now() });
    } catch (error) {
      finish({ at: clock.now(), error });
      await reader.cancel().catch(() => undefined);
    }
  }

  function add(events: readonly Uint8Array[]): void {
    for (const event of events) ring.add(event);
    ring.trim(read);
    change.tell();
  }

  function finish(how: StreamEnding): void {
    over ??= how;
    cancelGrace();
    change.tell();
  }

  function end(reason: Error): void {
    finish({ at: clock.now(), error: reason });
    // A read that waits ends with it.
    void reader.cancel(reason).catch(() => undefined);
  }

  function follow(position: number, signal: AbortSignal): ReadableStream<Uint8Array> {
    const own: Follower = { position };
    follower = own;
    read = position;
    cancelGrace();
    change.tell();
    const leave = (): void => left(own);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    // Nothing is taken ahead of the reader: what was taken counts as read.
    return new ReadableStream({ pull, cancel: leave }, { highWaterMark: 0 });

    async function pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
      while (own === follower && own.position >= ring.last() && !over) await change.next();
      if (own !== follower)
        throw signal.aborted ? signal.reason : new Error('Another reader came.');
      if (own.position < ring.last()) {
        controller.enqueue(ring.after(own.position));
        own.position = read = ring.last();
        change.tell();
        return;
      }
      leave();
      if (over && 'error' in over) throw over.error;
      controller.close();
    }
  }

  function left(own: Follower): void {
    if (own !== follower) return;
    follower = undefined;
    change.tell();
    if (over) return;
    cancelGrace = clock.after(graceMs, abandoned);
  }
}

/** Wakes whoever waits for the next change. */
function createSignal(): { tell(): void; next(): Promise<void> } {
  let wake = (): void => undefined;
  let changed: Promise<void> | undefined;
  return {
    tell: () => {
      wake();
      changed = undefined;
    },
    next: () =>
      (changed ??= new Promise((resolve) => {
        wake = resolve;
      })),
  };
}
