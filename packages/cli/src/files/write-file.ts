import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, writeFile } from 'node:fs/promises';
import { EXIT } from '../exit-code.ts';
import { Failure } from '../failure.ts';
import { whyNotWritten } from './read-given.ts';

/**
 * Puts a text into a file, all of it or none: whoever reads meanwhile sees the old one. A link keeps pointing at
 * the file that changes.
 *
 * @param mode Who may read and write it.
 * @throws Failure that names the file when it cannot be written.
 */
export async function writeWhole(path: string, text: string, mode = 0o644): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const draft = `${target}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, text, { mode, flag: 'wx' });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw new Failure(`${path} cannot be written: ${whyNotWritten(error)}.`, EXIT.usage);
  }
}
