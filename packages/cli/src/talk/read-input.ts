import { addAbortSignal } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Io } from '../io.ts';

/** Past this, whoever waits should know for what. */
const SILENCE_MS = 3_000;

/**
 * All of standard input. Whoever feeds it may never end it: Ctrl-C works, and after a while it is said what is
 * being waited for.
 *
 * @throws The signal's reason when it is aborted.
 */
export async function readInput(
  { stdin, signal }: Io,
  say: (line: string) => void,
): Promise<string> {
  const hint = setTimeout(() => {
    say('reading standard input until it ends; </dev/null says that there is none');
  }, SILENCE_MS);
  try {
    return await text(addAbortSignal(signal, stdin));
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(hint);
  }
}
