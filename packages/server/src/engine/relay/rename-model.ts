import { joinBytes } from '@hermes4/core/internal';
import type { Passage } from './passage.ts';

const LF = 10;
const NOTHING = new Uint8Array();

/**
 * Puts the caller's name of the model where an answer says the upstream's, a line at a time; all else stays
 * as it is, byte by byte. A name that the upstream made up by itself stays, too: it tells who answered.
 */
export function renameModel({
  caller,
  upstream,
}: {
  readonly caller: string;
  readonly upstream: string;
}): Passage {
  // Quotes inside a JSON string are escaped: behind a backslash stands text, not a name.
  const written = escape(JSON.stringify(upstream)).replaceAll('/', '\\\\?/');
  const pattern = new RegExp(`((?<!\\\\)"model"\\s*:\\s*)${written}`, 'g');
  let held: Uint8Array[] = [];

  return { push, end, breakOff: end, isDone: () => false };

  function push(bytes: Uint8Array): Uint8Array {
    const cut = bytes.lastIndexOf(LF) + 1;
    if (cut === 0) {
      held.push(bytes);
      return NOTHING;
    }
    const lines = joinBytes([...held, bytes.subarray(0, cut)]);
    held = [bytes.subarray(cut)];
    return rename(lines);
  }

  function end(): Uint8Array {
    const rest = joinBytes(held);
    held = [];
    return rename(rest);
  }

  function rename(bytes: Uint8Array): Uint8Array {
    const text = decode(bytes);
    const renamed = text?.replace(pattern, (_, before: string) => before + JSON.stringify(caller));
    return renamed === text ? bytes : new TextEncoder().encode(renamed);
  }
}

/** Whole lines are whole characters; what is no text is not touched. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
