import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';

/**
 * The text of a file that a person named.
 *
 * @param sentence How an error begins: `notes.md cannot be read`.
 * @throws UsageError that says why it cannot be read.
 */
export async function readGiven(
  path: string,
  { cwd }: Pick<Io, 'cwd'>,
  sentence: string,
): Promise<string> {
  try {
    return await readFile(resolve(cwd, path), 'utf8');
  } catch (error) {
    throw new UsageError(`${sentence}: ${whyNot(error)}.`);
  }
}

/** Why the system did not do something with a file. */
export function whyNot(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  return `the system says ${code ?? (error as Error).message}`;
}
