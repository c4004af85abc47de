import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Cassette, EMPTY_CASSETTE, readCassette, writeCassette } from '@hermes4/core/internal';

/** A cassette in a file. */
export interface CassetteFile {
  /** What the file held. */
  readonly cassette: Cassette;
  /** Replaces what the file holds, as a whole: a reader finds the old text or the new one. */
  readonly save: (cassette: Cassette) => Promise<void>;
}

/**
 * Opens a file of recordings for `createReplayEngine()`. A file that does not exist yet is an empty
 * cassette; it and its folders come with the first recording.
 *
 * @param path The file, usually named `….cassette.json`.
 * @throws HermesError `invalid_options` when the file is no cassette, with the place in its message; Node's
 *   own error when it cannot be read.
 * @example
 * ```ts
 * import { createReplayEngine } from '@hermes4/server';
 * import { openCassette } from '@hermes4/server/node';
 *
 * const engine = createReplayEngine(await openCassette('test/hello.cassette.json'));
 * ```
 */
export async function openCassette(path: string): Promise<CassetteFile> {
  return { cassette: await load(path), save: (cassette) => replaceFile(path, cassette) };
}

async function load(path: string): Promise<Cassette> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY_CASSETTE;
    throw error;
  }
  return readCassette(text, path);
}

async function replaceFile(path: string, cassette: Cassette): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // In the same folder, because a file can be moved in one step only within its disk.
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(writeCassette(cassette));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
