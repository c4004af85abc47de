import { type CallEnd, createCallScanner } from './call-scanner.ts';
import type { FoundPieces } from './found-pieces.ts';
import { invalidCall, readCall } from './read-call.ts';
import { CALL_END } from './tags.ts';

/** Reads tool calls out of text, one after another. */
export interface TextCalls {
  /** Begins behind an open tag. `isLoose` looks for the close tag inside strings, too. */
  open(isLoose: boolean): void;
  isOpen(): boolean;
  /** Reads on; gives the place where the call ended or where more has to come. */
  read(input: string, from: number): number;
  /** How the last call ended. */
  ended(): CallEnd | undefined;
  /**
   * Ends the open call, because nothing follows.
   *
   * @param held The text behind it that was held back.
   * @returns The text that is no part of it and has yet to be read.
   */
  end(held: string): string;
}

/**
 * Starts with no call open.
 *
 * @param found Where to put calls, and what turns out to be none.
 * @param tools The names of the tools that were offered.
 */
export function createTextCalls(found: FoundPieces, tools: readonly string[]): TextCalls {
  const call = createCallScanner();
  let isOpen = false;
  let how: CallEnd | undefined;

  return { open, isOpen: () => isOpen, read, ended: () => how, end };

  function open(isLoose: boolean): void {
    isOpen = true;
    how = undefined;
    call.open(isLoose);
  }

  function read(input: string, from: number): number {
    const next = call.read(input, from);
    const ended = call.ended();
    if (ended) finish(ended);
    return next;
  }

  function finish(ended: CallEnd): void {
    isOpen = false;
    how = ended;
    if (ended === 'prose') found.text(call.raw());
    else if (ended === 'broken') found.add(invalidCall(call.raw()));
    else {
      const tail = ended === 'unclosed' ? call.takeTail() : '';
      found.add(readCall(call.body(), call.raw(), tools));
      found.text(tail);
    }
  }

  function end(held: string): string {
    const ended = call.endNow();
    const raw = call.raw() + held;
    // A quote that was never closed has hidden the close tag; what stands behind the tag is not lost.
    const close = ended === 'broken' ? raw.indexOf(CALL_END) + CALL_END.length : 0;
    if (close < CALL_END.length) {
      finish(ended);
      return held;
    }
    isOpen = false;
    how = ended;
    found.add(invalidCall(raw.slice(0, close)));
    return raw.slice(close);
  }
}
