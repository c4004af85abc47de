import { HermesError } from '../errors/hermes-error.ts';
import { createEventParser } from './sse-events.ts';

/** Turns the bytes of an event stream into the data of its events, a network chunk at a time. */
export interface SseDecoder {
  /** The events that this chunk completes. */
  push(chunk: Uint8Array): readonly string[];
  /** The event that the stream left without its last blank line, if any. */
  end(): readonly string[];
}

const LF = 10;
const CR = 13;
const BOM = '\ufeff';

/**
 * Decodes server-sent events from bytes cut anywhere: LF, CRLF and CR, comments, a leading BOM,
 * characters split over chunks. Text is decoded in runs of whole lines, and each byte is looked at once
 * however long an event grows.
 *
 * @throws HermesError `response_too_large` when more than `maxEventBytes` wait for their event to end.
 */
export function createSseDecoder(maxEventBytes: number): SseDecoder {
  // `ignoreBOM` because each run of lines is a decode of its own, and only the stream's first
  // character may be a byte order mark.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parser = createEventParser();
  const held: Uint8Array[] = [];
  let heldBytes = 0;
  /** What a run of lines may begin with that is no part of it: the mark of the stream's beginning, or the LF of a CR. */
  let skipped: string | undefined = BOM;

  return { push, end };

  function push(chunk: Uint8Array): readonly string[] {
    // Checked on the way in, so that the events before the one that is too large are given out.
    assertWithinLimit();
    const cut = afterLastLine(chunk);
    if (cut === 0) {
      hold(chunk);
      return [];
    }
    // Most network chunks end with a line, and a view of all of their bytes would be one more to make.
    if (cut === chunk.length) return parser.push(takeText(chunk));
    const events = parser.push(takeText(chunk.subarray(0, cut)));
    hold(chunk.subarray(cut));
    return events;
  }

  function end(): readonly string[] {
    assertWithinLimit();
    const rest = takeText(new Uint8Array());
    // Departs from the standard, which drops an event without its last blank line: gateways lose
    // that line together with the finish reason before it.
    return parser.push(`${rest}\n\n`);
  }

  function hold(bytes: Uint8Array): void {
    if (bytes.length > 0) held.push(bytes);
    heldBytes += bytes.length;
  }

  function assertWithinLimit(): void {
    if (heldBytes + parser.pendingLength() <= maxEventBytes) return;
    throw new HermesError(
      `One event of the stream is larger than ${maxEventBytes} bytes. Raise maxResponseBytes to let it pass.`,
      { code: 'response_too_large' },
    );
  }

  function takeText(bytes: Uint8Array): string {
    // Joined first: decoding piece by piece costs more than copying.
    let all = bytes;
    if (heldBytes > 0) {
      all = new Uint8Array(heldBytes + bytes.length);
      let place = 0;
      for (const piece of [...held, bytes]) {
        all.set(piece, place);
        place += piece.length;
      }
      held.length = heldBytes = 0;
    }
    const text = decoder.decode(all);
    if (text === '') return text;
    const isWhole = text[0] !== skipped;
    skipped = text.endsWith('\r') ? '\n' : undefined;
    return isWhole ? text : text.slice(1);
  }
}

/** Where the bytes after the last line ending begin; 0 when there is no line ending. */
function afterLastLine(bytes: Uint8Array): number {
  for (let index = bytes.length - 1; index >= 0; index--) {
    if (bytes[index] === LF || bytes[index] === CR) return index + 1;
  }
  return 0;
}
