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

/** Why the system did not read a file. */
export function whyNot(error: unknown): string {
  return why(error, 'there is no such file');
}

/** Why the system did not write one. */
export function whyNotWritten(error: unknown): string {
  return why(error, 'there is no such folder');
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it is not yours to open',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is no folder',
  EROFS: 'the disk can only be read',
};

function why(error: unknown, whenMissing: string): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return whenMissing;
  return REASONS[code] ?? `the system says ${code || message}`;
}
