import { addAbortSignal } from 'node:stream';
import { text } from 'node:stream/consumers';
import { UsageError } from '../../failure.ts';
import type { Io } from '../../io.ts';

/**
 * The question: the argument, else all of standard input.
 *
 * @throws UsageError when there is neither; the signal's reason when it is aborted.
 */
export async function readPrompt(argument: string | undefined, io: Io): Promise<string> {
  const prompt = argument ?? (io.stdin.isTTY ? '' : await readAll(io));
  if (prompt.trim() !== '') return prompt.trimEnd();
  throw new UsageError(
    'There is no prompt. Pass one as an argument, hermes4 ask "Say hi", or pipe it in: echo "Say hi" | hermes4 ask',
  );
}

/** Whoever feeds standard input may never end it; Ctrl-C must still work. */
async function readAll({ stdin, signal }: Io): Promise<string> {
  try {
    return await text(addAbortSignal(signal, stdin));
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
