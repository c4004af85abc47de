/** Cuts a growing text at the first stop sequence. */
export interface StopFilter {
  /** The text that is safe to give out: it cannot be the beginning of a stop sequence. */
  push(text: string): string;
  /** Whether a stop sequence has come. */
  isStopped(): boolean;
  /** What was held back when the text ends on its own. */
  flush(): string;
}

/**
 * Stop sequences are matched across tokens and are not part of the answer. The first one is the one
 * that is complete first: only then does the cut not depend on where the tokens end.
 */
export function createStopFilter(stops: readonly string[]): StopFilter {
  const sequences = stops.filter((stop) => stop !== '');
  let held = '';
  let stopped = false;

  return { push, isStopped: () => stopped, flush };

  function push(text: string): string {
    if (stopped) return '';
    held += text;
    const at = firstStop(held, sequences);
    if (at === -1) return release(held.length - openEnd(held, sequences));
    stopped = true;
    return release(at);
  }

  function flush(): string {
    return stopped ? '' : release(held.length);
  }

  function release(length: number): string {
    const text = held.slice(0, length);
    held = stopped ? '' : held.slice(length);
    return text;
  }
}

/** Where the stop sequence begins that ends first; of several that end there, the longest. */
function firstStop(text: string, sequences: readonly string[]): number {
  let start = -1;
  let end = Infinity;
  for (const stop of sequences) {
    const at = text.indexOf(stop);
    if (at === -1) continue;
    const stopEnd = at + stop.length;
    if (stopEnd < end || (stopEnd === end && at < start)) [start, end] = [at, stopEnd];
  }
  return start;
}

/** How many characters at the end may be the beginning of a stop sequence. */
function openEnd(text: string, sequences: readonly string[]): number {
  const longest = Math.max(0, ...sequences.map((stop) => stop.length - 1));
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const end = text.slice(-length);
    if (sequences.some((stop) => stop.startsWith(end))) return length;
  }
  return 0;
}
