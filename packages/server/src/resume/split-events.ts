/** Takes a stream of events apart where events end. */
export interface EventSplitter {
  /** The events that are whole now, each with the empty line that ends it. */
  push(bytes: Uint8Array): Uint8Array[];
  /** What was left of an event that never ended; empty when there was none. */
  rest(): Uint8Array;
}

const LF = 10;
const CR = 13;
/** The most bytes that one event may have; what sends more is no model. */
const LARGEST = 16 * 1_024 * 1_024;

/**
 * Cuts bytes after each empty line, whichever of the three line ends it is written with.
 *
 * @throws Error from `push`, for an event of more than 16 MiB.
 */
export function createEventSplitter(): EventSplitter {
  let held: Uint8Array = new Uint8Array();
  /** How far `held` was looked through, and whether the line there is empty so far. */
  let seen = 0;
  let atLineStart = true;
  return { push, rest: () => held };

  function push(bytes: Uint8Array): Uint8Array[] {
    held = held.length === 0 ? bytes : join([held, bytes]);
    const events: Uint8Array[] = [];
    let start = 0;
    while (seen < held.length) {
      const width = lineEnd(held, seen);
      // A CR that came last may be half of a line end.
      if (width === undefined) break;
      seen += width === 0 ? 1 : width;
      const isEmptyLine = width > 0 && atLineStart;
      atLineStart = width > 0;
      if (!isEmptyLine) continue;
      events.push(held.subarray(start, seen));
      start = seen;
    }
    held = held.subarray(start);
    seen -= start;
    if (held.length > LARGEST) throw new Error(`An event has more than ${LARGEST} bytes.`);
    return events;
  }
}

/** Puts pieces together. */
export function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** How many bytes the line end at a place has: 0 when there is none, `undefined` when the next byte decides. */
function lineEnd(bytes: Uint8Array, at: number): 0 | 1 | 2 | undefined {
  if (bytes[at] === LF) return 1;
  if (bytes[at] !== CR) return 0;
  if (at + 1 === bytes.length) return undefined;
  return bytes[at + 1] === LF ? 2 : 1;
}
