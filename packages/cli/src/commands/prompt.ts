import { text } from 'node:stream/consumers';
import { type Io, UsageError } from '../io.ts';

/**
 * The question: the argument, else all of standard input.
 *
 * @throws UsageError when there is neither.
 */
export async function readPrompt(argument: string | undefined, { stdin }: Io): Promise<string> {
  const prompt = argument ?? (stdin.isTTY ? '' : await text(stdin));
  if (prompt.trim() !== '') return prompt.trimEnd();
  throw new UsageError(
    'There is no prompt. Pass one as an argument, hermes4 ask "Say hi", or pipe it in: echo "Say hi" | hermes4 ask',
  );
}
