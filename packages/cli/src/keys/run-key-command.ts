import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';

/**
 * Runs a command that prints the key, such as a password manager's, which may ask the person for its own
 * password meanwhile.
 *
 * @returns The first line that it printed.
 * @throws UsageError when it failed or printed nothing, without what it printed; the signal's reason after an abort.
 */
export async function runKeyCommand(
  command: string,
  { env, cwd, signal }: Pick<Io, 'env' | 'cwd' | 'signal'>,
): Promise<string> {
  const child = spawn(command, {
    shell: true,
    stdio: ['inherit', 'pipe', 'inherit'],
    env,
    cwd,
    signal,
  });
  const closed = once(child, 'close') as Promise<[number | null]>;
  try {
    const [printed, [exitCode]] = await Promise.all([text(child.stdout), closed]);
    if (exitCode !== 0) throw failed(command, `it ended with ${exitCode ?? 'a signal'}`);
    const [key = ''] = printed.trim().split('\n');
    if (key.trim() === '') throw failed(command, 'it printed nothing');
    return key.trim();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof UsageError) throw error;
    throw failed(command, (error as Error).message);
  }
}

function failed(command: string, why: string): UsageError {
  return new UsageError(
    `The key command gave no key: ${why}. The command (key-cmd) is: ${command}`,
  );
}
