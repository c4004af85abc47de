/** Follows a stream of events as bytes, and knows which of them have come whole. */
export interface EventTail {
  /** Takes bytes in, and gives those of the events that are whole now. */
  push(bytes: Uint8Array): Uint8Array;
  /** Gives the beginning of an event that has not come whole, and forgets it. */
  takeRest(): Uint8Array;
  /** The id of the last whole event that had one. */
  lastId(): string | undefined;
  /** Whether `[DONE]` has come, behind which nothing does. */
  isOver(): boolean;
}

const LF = 10;
const CR = 13;

/** Cuts behind empty lines, whichever of the three line ends they are written with. */
export function createEventTail(): EventTail {
  const decoder = new TextDecoder();
  let held: Uint8Array[] = [];
  let atLineStart = true;
  let afterCR = false;
  let lastId: string | undefined;
  let over = false;
  return { push, takeRest, lastId: () => lastId, isOver: () => over };

  function push(bytes: Uint8Array): Uint8Array {
    const end = lastEventEnd(bytes);
    if (end === 0) {
      held.push(bytes);
      return new Uint8Array();
    }
    const whole = join([...held, bytes.subarray(0, end)]);
    held = end < bytes.length ? [bytes.subarray(end)] : [];
    note(decoder.decode(whole));
    return whole;
  }

  function lastEventEnd(bytes: Uint8Array): number {
    let end = 0;
    for (const [index, byte] of bytes.entries()) {
      const isLineEnd = byte === LF || byte === CR;
      // The second half of a line end that began with CR.
      if (byte === LF && afterCR) end = end === index ? index + 1 : end;
      else if (isLineEnd && atLineStart) end = index + 1;
      atLineStart = isLineEnd;
      afterCR = byte === CR;
    }
    return end;
  }

  function note(events: string): void {
    for (const [, id] of events.matchAll(/(?:^|[\r\n])id: ?([^\r\n]*)/g)) lastId = id;
    over = /(?:^|[\r\n])data: ?\[DONE\]\s*$/.test(events);
  }

  function takeRest(): Uint8Array {
    const rest = join(held);
    held = [];
    atLineStart = true;
    afterCR = false;
    return rest;
  }
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
