import { once } from 'node:events';
import { type Io, withoutControls } from '../io.ts';

/** Writes text as fast as its reader takes it. */
export interface Printer {
  /** Resolves when there is room for more. */
  print(text: string): Promise<void>;
  /** The same for text that has our own styles in it, and nothing else that a terminal obeys. */
  printStyled(text: string): Promise<void>;
  /** Ends the last line, unless it is ended or nothing was printed. */
  endLine(): Promise<void>;
  /** Whether the reader has gone, as `head` does when it has enough. */
  isClosed(): boolean;
}

/**
 * A reader that leaves is no error: printing then does nothing. A pipe gets the text as it is, a
 * terminal without control characters.
 */
export function createPrinter(output: Io['stdout']): Printer {
  let last = '\n';
  let closed = output.destroyed;
  // The stream's own flags do not tell: Node takes them back on standard output, which it never lets
  // be destroyed.
  output.once('close', () => (closed = true));
  const isClosed = (): boolean => closed;

  const print = (text: string): Promise<void> =>
    printStyled(output.isTTY ? withoutControls(text) : text);

  async function printStyled(shown: string): Promise<void> {
    if (shown === '' || isClosed()) return;
    last = shown.slice(-1);
    if (output.write(shown)) return;
    // The listener that did not fire must go as well: a slow reader would gather one each time.
    const settled = new AbortController();
    const { signal } = settled;
    await Promise.race([
      once(output, 'drain', { signal }),
      once(output, 'close', { signal }),
    ]).catch(() => undefined);
    settled.abort();
  }

  const endLine = (): Promise<void> => (last === '\n' ? Promise.resolve() : printStyled('\n'));
  return { print, printStyled, endLine, isClosed };
}
