import { join } from './split-events.ts';

/** The latest events of a stream, numbered from 1. */
export interface EventRing {
  /** The number of the oldest event that is still there; of the next one, when there is none. */
  first(): number;
  /** The number of the newest event; 0 before there is one. */
  last(): number;
  /** Puts an event behind the others, with its number as its `id`. */
  add(event: Uint8Array): void;
  /** All events after a number, in one piece. */
  after(position: number): Uint8Array;
  /** How many bytes the events after a number have. */
  bytesAfter(position: number): number;
  /** Lets go of the oldest events that are too much, but of none after the given number. */
  trim(position: number): void;
}

/** Makes a ring that is empty. */
export function createEventRing(maxBytes: number): EventRing {
  const encoder = new TextEncoder();
  /** By number: the event, and how many bytes were written before and with it. */
  const events = new Map<number, { readonly event: Uint8Array; readonly end: number }>();
  let last = 0;
  let written = 0;
  let trimmed = 0;
  return { first, last: () => last, add, after, bytesAfter, trim };

  function first(): number {
    return last - events.size + 1;
  }

  function add(bytes: Uint8Array): void {
    last += 1;
    const event = join([encoder.encode(`id: ${last}\n`), bytes]);
    written += event.length;
    events.set(last, { event, end: written });
  }

  function after(position: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    for (let number = position + 1; number <= last; number++) {
      pieces.push(events.get(number)?.event ?? new Uint8Array());
    }
    return join(pieces);
  }

  function bytesAfter(position: number): number {
    return written - (events.get(position)?.end ?? trimmed);
  }

  function trim(position: number): void {
    for (const [number, { end }] of events) {
      if (written - trimmed <= maxBytes || number > position) return;
      events.delete(number);
      trimmed = end;
    }
  }
}
