import { CALL, CALL_END, isSpace, LESS_THAN, tagAt } from './tags.ts';

/**
 * How a call in the text ended: with its close tag, without one (a further call or the end follows), as
 * something broken, or as a tag that no object follows, which is prose.
 */
export type CallEnd = 'closed' | 'unclosed' | 'broken' | 'prose';

/** Finds the end of one call in text that arrives in pieces, looking at each character once. */
export interface CallScanner {
  /** Starts behind an open tag. `loose` looks for the close tag inside strings, too. */
  open(loose: boolean): void;
  /**
   * Reads on and gives the place where it stopped: the end of the call when `ended()` tells how, else
   * the end of the input or of what can be decided.
   */
  read(input: string, from: number): number;
  ended(): CallEnd | undefined;
  /** How the call ends if nothing follows. */
  endNow(): CallEnd;
  /** The object, without its tags. */
  body(): string;
  /** Takes off what stands between the object and the place where an unclosed call ended. */
  takeTail(): string;
  /** The call as it came, tags included. */
  raw(): string;
}

const OPENING = '{[';
const CLOSING = '}]';
const TAGS = [CALL_END, CALL];

/** Starts with no call open. */
export function createCallScanner(): CallScanner {
  let pieces: string[] = [];
  let tails: string[] = [];
  let phase: 'before' | 'inside' | 'after' = 'before';
  let end: CallEnd | undefined;
  let closeTag = '';
  let depth = 0;
  let quote = 0;
  let escaped = false;
  let isLoose = false;
  let held = false;

  return {
    open,
    read,
    ended: () => end,
    endNow: () => (phase === 'after' ? 'unclosed' : phase === 'inside' ? 'broken' : 'prose'),
    body: () => pieces.join('').trim(),
    takeTail: () => tails.splice(0).join(''),
    raw: () => CALL + pieces.join('') + tails.join('') + closeTag,
  };

  function open(loose: boolean): void {
    pieces = [];
    tails = [];
    phase = 'before';
    end = undefined;
    closeTag = '';
    depth = quote = 0;
    escaped = false;
    isLoose = loose;
  }

  function read(input: string, from: number): number {
    let at = from;
    while (at < input.length && end === undefined && !held) {
      const into = phase === 'after' ? tails : pieces;
      const stop = phase === 'inside' ? inside(input, at) : outside(input, at);
      if (stop > at) into.push(input.slice(at, stop));
      at = stop;
    }
    held = false;
    return at + closeTag.length;
  }

  /** Spaces before the object and behind it. */
  function outside(input: string, from: number): number {
    let at = from;
    while (at < input.length && isSpace(input.charCodeAt(at))) at += 1;
    if (at === input.length) return at;
    if (phase === 'before') {
      if (input[at] === '{') phase = 'inside';
      else end = 'prose';
      return at;
    }
    const tag = tagAt(input, at, TAGS);
    if (tag === CALL_END) close('closed');
    else if (tag === CALL) end = 'unclosed';
    else if (tag === undefined) end = 'broken';
    else held = true;
    return at;
  }

  function inside(input: string, from: number): number {
    for (let at = from; at < input.length; at++) {
      const code = input.charCodeAt(at);
      if (code === LESS_THAN && (quote === 0 || isLoose)) {
        const tag = tagAt(input, at, TAGS);
        if (tag === CALL_END) close('broken');
        else if (tag === CALL) end = 'broken';
        else held = tag === '';
        if (tag !== undefined) return at;
      }
      step(code);
      if (depth === 0) {
        phase = 'after';
        return at + 1;
      }
    }
    return input.length;
  }

  function step(code: number): void {
    if (quote !== 0) {
      if (escaped) escaped = false;
      else if (code === 92) escaped = true;
      else if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (OPENING.includes(String.fromCharCode(code))) depth += 1;
    else if (CLOSING.includes(String.fromCharCode(code))) depth -= 1;
  }

  function close(how: CallEnd): void {
    end = how;
    closeTag = CALL_END;
  }
}
