import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Context } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { Interruption, UsageError } from '../failure.ts';
import { readInput } from '../talk/read-input.ts';

/**
 * Reads a secret: typed without being shown when somebody is there, else all of standard input.
 *
 * @throws UsageError when there is none; Interruption when the person would rather not.
 */
export async function readSecret(question: string, context: Context): Promise<string> {
  const { io, mayAsk } = context;
  const given = io.stdin.isTTY ? await ask(question, io, mayAsk) : await readInput(context, false);
  const secret = given.trim();
  if (secret === '') throw new UsageError('There was no key on standard input.');
  return secret;
}

async function ask(question: string, io: Context['io'], mayAsk: boolean): Promise<string> {
  if (!mayAsk) {
    throw new UsageError(
      'There is no key on standard input, and --no-input forbids asking. Pipe it in: hermes4 keys set < key.txt',
    );
  }
  io.stderr.write(question);
  // Readline knows how to edit and paste; what it would show goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: io.stdin, output: nowhere, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      lines.once('SIGINT', () => reject(new Interruption(EXIT.interrupted)));
      lines.once('close', () => resolve(''));
      io.signal.addEventListener('abort', () => reject(io.signal.reason as Error), { once: true });
    });
  } finally {
    lines.close();
    io.stderr.write('\n');
  }
}
