import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type Cassette, readCassette } from '@hermes4/core/internal';

/**
 * Reads a cassette; `undefined` when there is no such file.
 *
 * @throws HermesError `invalid_options` when the file is no cassette, with the place in its message; Node's
 *   own error when it cannot be read.
 */
export function loadCassette(path: string): Cassette | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return readCassette(text, path);
}

/**
 * Replaces what a file holds, as a whole: a reader finds the old text or the new one. It is there when
 * this returns, so that a test's process may end.
 */
export function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  // In the same folder, because a file can be moved in one step only within its disk.
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    const file = openSync(draft, 'wx');
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
