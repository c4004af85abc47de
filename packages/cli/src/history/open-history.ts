import { closeSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXIT } from '../exit-code.ts';
import { Failure } from '../failure.ts';
import { foldersOf } from '../files/folders.ts';
import { makePrivateFolder } from '../files/private-folder.ts';
import type { Io } from '../io.ts';
import { type History, historyIn } from './history.ts';
import { inUse, PATIENCE_MS } from './in-use.ts';
import { migrate } from './migrate.ts';
import { type Database, loadSqlite } from './sqlite-driver.ts';

/** Where history is kept. */
export function historyPath(io: Pick<Io, 'env' | 'home'>): string {
  return join(foldersOf(io).data, 'history.db');
}

/**
 * Opens the history, which several processes may use at once: nobody overwrites what another wrote.
 *
 * @param path The file, which is made if it does not exist, for its owner's eyes alone. Beside it SQLite keeps a
 *   `-wal` and a `-shm` while it is open.
 * @throws Failure that names the file when it cannot be used, and what to do when there is no SQLite; Failure 10 when
 *   another process keeps it to itself.
 */
export async function openHistory(path: string): Promise<History> {
  const { open } = await loadSqlite();
  await makePrivateFolder(dirname(path), 'HERMES4_DATA_DIR');
  let db: Database | undefined;
  try {
    closeSync(openSync(path, 'a', 0o600));
    db = open(path);
    // Whoever comes second waits; with a log ahead of the file, readers never do.
    db.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
    db.exec('PRAGMA journal_mode = WAL');
    // One write an answer: that it outlives a loss of power costs nothing that anybody would notice.
    db.exec('PRAGMA synchronous = FULL');
    db.exec('PRAGMA secure_delete = ON');
    migrate(db);
    return historyIn(db);
  } catch (cause) {
    db?.close();
    if (cause instanceof Failure) throw cause;
    const busy = inUse(cause);
    if (busy) throw busy;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(
      `The history in ${path} cannot be used: ${why}. Move the file away, or name another folder in HERMES4_DATA_DIR.`,
      EXIT.unexpected,
    );
  }
}
