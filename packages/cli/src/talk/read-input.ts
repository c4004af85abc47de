import { once } from 'node:events';
import { addAbortSignal } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Context } from '../command.ts';

/** Past this, whoever waits should know for what. */
const SILENCE_MS = 3_000;

/** How long an input that may never end has for its first byte. */
const PATIENCE_MS = 500;

/**
 * All of standard input. Whoever feeds it may never end it: Ctrl-C works, and after a while it is said what is
 * being waited for.
 *
 * @param isOptional Lets it go when nothing comes and it may stay open for ever, as the pipes do that programs open
 *   to their children and forget.
 * @throws The signal's reason when it is aborted.
 */
export async function readInput({ io, say }: Context, isOptional: boolean): Promise<string> {
  const { stdin, signal } = io;
  if (isOptional && !io.inputEnds && !(await begins(stdin))) {
    stdin.destroy();
    return '';
  }
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

async function begins(stdin: Context['io']['stdin']): Promise<boolean> {
  try {
    await once(stdin, 'readable', { signal: AbortSignal.timeout(PATIENCE_MS) });
    return true;
  } catch {
    return false;
  }
}
