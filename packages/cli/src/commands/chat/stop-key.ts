import type { Io } from '../../io.ts';

const CTRL_C = 0x03;

/**
 * Runs something while Ctrl-C, typed at the terminal, stops that alone. What else is typed meanwhile is not shown and
 * does not count.
 *
 * @param run Is given a signal that is aborted by Ctrl-C, or by what ends the command.
 */
export async function whileStoppable<T>(
  { stdin, signal }: Io,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const onData = (data: Buffer | string): void => {
    if (Buffer.from(data).includes(CTRL_C)) stop.abort();
  };
  stdin.setRawMode?.(true);
  stdin.on('data', onData);
  stdin.resume();
  try {
    return await run(AbortSignal.any([signal, stop.signal]));
  } finally {
    stdin.removeListener('data', onData);
    stdin.pause();
    stdin.setRawMode?.(false);
  }
}
