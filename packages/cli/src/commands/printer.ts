import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes text as fast as its reader takes it. */
export interface Printer {
  /** Resolves when there is room for more. */
  print(text: string): Promise<void>;
  /** Ends the last line, unless it is ended or nothing was printed. */
  endLine(): Promise<void>;
  /** Whether the reader has gone, as `head` does when it has enough. */
  isClosed(): boolean;
}

/** A reader that leaves is no error: printing then does nothing. */
export function createPrinter(output: Writable): Printer {
  let last = '\n';
  const isClosed = (): boolean => output.destroyed || output.errored !== null;

  async function print(text: string): Promise<void> {
    if (text === '' || isClosed()) return;
    last = text.slice(-1);
    if (output.write(text)) return;
    await Promise.race([once(output, 'drain'), once(output, 'close')]).catch(() => undefined);
  }

  return { print, endLine: () => (last === '\n' ? Promise.resolve() : print('\n')), isClosed };
}
