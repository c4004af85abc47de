import { isSpace } from './tags.ts';

const NEWLINE = 10;
const TICK = 96;
const TILDE = 126;
const QUOTES = '"\'“‘«';

/** Tells text that is meant from text that is shown: code spans, fences and quotations. */
export interface CodeTracker {
  /** Reads the next character. */
  read(code: number): void;
  /** Whether what comes next is shown rather than meant. */
  isShown(): boolean;
  /** Starts on a fresh line. */
  reset(): void;
}

/**
 * Follows Markdown as far as it decides whether a tag is an example. A code span ends with its line at
 * the latest, so that a stray backtick hides no more than that line.
 */
export function createCodeTracker(): CodeTracker {
  let mark = 0;
  let run = 0;
  let blank = true;
  let runBegins = false;
  let fence = 0;
  let fenceMark = 0;
  let fenceLine = false;
  let span = 0;
  let last = 0;
  let beforeLast = 0;

  return { read, isShown, reset };

  function reset(): void {
    mark = run = fence = span = last = beforeLast = 0;
    blank = true;
  }

  function read(code: number): void {
    beforeLast = last;
    last = code;
    if (run > 0 && code === mark) {
      run += 1;
      return;
    }
    settle();
    if (code === TICK || code === TILDE) {
      mark = code;
      run = 1;
      runBegins = blank;
      blank = false;
    } else if (code === NEWLINE) {
      span = 0;
      blank = true;
      fenceLine = false;
    } else if (!isSpace(code)) blank = false;
  }

  /** A run of marks counts when it is over: only then is its length known. */
  function settle(): void {
    const length = run;
    run = 0;
    if (length === 0) return;
    if (fence > 0) {
      // On the opening line a second run means that the first one opened a span.
      if (mark === fenceMark && length >= fence && (runBegins || fenceLine)) fence = 0;
    } else if (runBegins && length >= 3) {
      fence = length;
      fenceMark = mark;
      fenceLine = true;
    } else if (mark === TICK) {
      if (span === 0) span = length;
      else if (span === length) span = 0;
    }
  }

  function isShown(): boolean {
    settle();
    return fence > 0 || span > 0 || isQuoted();
  }

  function isQuoted(): boolean {
    if (last === 0 || !QUOTES.includes(String.fromCharCode(last))) return false;
    return beforeLast === 0 || beforeLast === 40 || isSpace(beforeLast);
  }
}
