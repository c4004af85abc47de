import { createInterface } from 'node:readline';
import type { Context } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { Interruption, UsageError } from '../failure.ts';

/**
 * Asks before something is destroyed; anything but yes is no.
 *
 * @param isSure Said beforehand, with `--yes`.
 * @throws UsageError when nobody is there to ask; Interruption at Ctrl-C.
 */
export async function confirm(
  question: string,
  isSure: boolean | undefined,
  { io, mayAsk }: Context,
): Promise<boolean> {
  if (isSure) return true;
  if (!mayAsk) throw new UsageError(`${question} Nobody is here to answer: say so with --yes.`);
  const lines = createInterface({ input: io.stdin, output: io.stderr, terminal: true });
  try {
    const answer = await new Promise<string>((resolve, reject) => {
      lines.once('SIGINT', () => reject(new Interruption(EXIT.interrupted)));
      lines.once('close', () => resolve(''));
      lines.question(`${question} [y/N] `, resolve);
    });
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
