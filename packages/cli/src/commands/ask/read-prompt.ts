import type { Context } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { readInput } from '../../talk/read-input.ts';

/**
 * The question: the argument, all of standard input, or the one before the other. An argument of `-` is
 * standard input alone.
 *
 * @returns An empty text when there is neither and something else may stand in for it.
 * @throws UsageError when there is neither; the signal's reason when it is aborted.
 */
export async function readPrompt(
  argument: string | undefined,
  context: Context,
  { isOptional = false }: { readonly isOptional?: boolean } = {},
): Promise<string> {
  const isNamed = argument === '-';
  const hasOther = isOptional || (argument !== undefined && !isNamed);
  const piped = context.io.stdin.isTTY && !isNamed ? '' : await readInput(context, hasOther);
  const prompt = [isNamed ? '' : (argument ?? ''), piped]
    .map((part) => part.trimEnd())
    .filter((part) => part.trim() !== '')
    .join('\n\n');
  if (prompt !== '' || isOptional) return prompt;
  throw new UsageError(
    'There is no prompt. Pass one as an argument, hermes4 ask "Say hi", or pipe it in: echo "Say hi" | hermes4 ask',
  );
}
