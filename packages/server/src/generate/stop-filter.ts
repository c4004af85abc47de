/** Cuts a growing text at the first stop sequence. */
export interface StopFilter {
  /** The text that is safe to give out: it cannot be the beginning of a stop sequence. */
  push(text: string): string;
  /** Whether a stop sequence has come. */
  isStopped(): boolean;
  /** What was held back when the text ends on its own. */
  flush(): string;
}

/** Stop sequences are matched across tokens and are not part of the answer. */
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

function firstStop(text: string, sequences: readonly string[]): number {
  const places = sequences.map((stop) => text.indexOf(stop)).filter((at) => at !== -1);
  return places.length === 0 ? -1 : Math.min(...places);
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
