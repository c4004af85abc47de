import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';

/**
 * Lets the person edit a file in the editor of their own, `VISUAL` or `EDITOR`, and waits until it is closed.
 *
 * @throws UsageError when there is no editor, and when it failed.
 */
export async function openEditor(path: string, { env }: Pick<Io, 'env'>): Promise<void> {
  const isWindows = process.platform === 'win32';
  const editor = env['VISUAL']?.trim() || env['EDITOR']?.trim() || (isWindows ? 'notepad' : 'vi');
  // A shell, because editors come with flags: `code --wait`. The path is an argument, never a part of the command.
  const [program, args] = isWindows
    ? ([`${editor} "${path}"`, []] as const)
    : (['/bin/sh', ['-c', `${editor} "$1"`, 'sh', path]] as const);
  const child = spawn(program, args, { stdio: 'inherit', env, shell: isWindows });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  if (exitCode === 0) return;
  throw new UsageError(
    exitCode === 127
      ? `The editor ${editor} was not found. Name another one in EDITOR, or edit the file yourself: ${path}`
      : `The editor ${editor} ended with ${exitCode ?? 'a signal'}. The file is ${path}`,
  );
}
