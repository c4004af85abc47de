import { HermesError, isHermesError } from '@hermes4/core';
import type { Store } from '../account/store.ts';
import { sqliteBooks } from './sqlite-store-books.ts';
import { loadSqlite, type OpenDatabase, type SqliteDatabase } from './sqlite-store-driver.ts';
import { sqliteKeys } from './sqlite-store-keys.ts';
import { sqliteReports } from './sqlite-store-reports.ts';
import { migrate } from './sqlite-store-schema.ts';
import { inTransaction } from './sqlite-store-transaction.ts';

/** An account in a file. */
export interface SqliteStore extends Store {
  /** Lets go of the file. */
  close(): void;
}

/**
 * Keeps an account in an SQLite file, which several processes may use at once: each call is booked whole
 * or not at all, and nobody overwrites what another wrote. A crash of the process loses nothing; a loss
 * of power may lose the last moments, never the file.
 *
 * It needs Node 22.13 or newer, or the package `@photostructure/sqlite` beside this one.
 *
 * @param path The file, which is made if it does not exist; beside it SQLite keeps a `-wal` and a `-shm`
 *   while it is open. It is to lie on a disk of this machine, not on a network.
 * @throws HermesError `invalid_options` when there is no SQLite, when the file cannot be used as one, and
 *   when it belongs to another program or to a newer version of this package.
 * @example
 * ```ts
 * import { openSqliteStore } from '@hermes4/server/node';
 *
 * const store = await openSqliteStore('hermes4.db');
 * store.close();
 * ```
 */
export async function openSqliteStore(path: string): Promise<SqliteStore> {
  const db = openFile(await loadSqlite(), path);
  const books = sqliteBooks(db);
  const keys = sqliteKeys(db);
  return {
    ...keys,
    ...books,
    ...sqliteReports(db),
    begin: (first, money) =>
      inTransaction(db, () => {
        if (keys.keys().length > 0) return false;
        for (const key of first) keys.addKey(key);
        if (money) books.moveWithin(money);
        return true;
      }),
    close: () => db.close(),
  };
}

function openFile(openDatabase: OpenDatabase, path: string): SqliteDatabase {
  let db: SqliteDatabase | undefined;
  try {
    db = openDatabase(path);
    // Whoever comes second waits; with a log ahead of the file, readers never do.
    db.exec('PRAGMA busy_timeout = 10000');
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = NORMAL');
    migrate(db, path);
    return db;
  } catch (cause) {
    db?.close();
    if (isHermesError(cause)) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new HermesError(`The account cannot be kept in ${path}: ${why}.`, {
      code: 'invalid_options',
      path: 'path',
      cause,
    });
  }
}
