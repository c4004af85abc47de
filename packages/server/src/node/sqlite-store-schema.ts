import { HermesError } from '@hermes4/core';
import type { SqliteDatabase } from './sqlite-store-driver.ts';
import { inTransaction } from './sqlite-store-transaction.ts';

/** Marks a file as one of these; any number, written as the letters `H4AC`. */
const APPLICATION_ID = 0x48344143;

/** What leads from each version of the tables to the next, the first from an empty file. Never changed, only added to. */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE keys (
    place INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    prefix TEXT NOT NULL UNIQUE,
    is_management INTEGER NOT NULL,
    name TEXT,
    disabled INTEGER NOT NULL,
    scopes TEXT,
    spending_limit TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE money (credits INTEGER NOT NULL) STRICT;
  INSERT INTO money VALUES (0);

  CREATE TABLE spending (
    key_prefix TEXT NOT NULL,
    day INTEGER NOT NULL,
    credits INTEGER NOT NULL,
    PRIMARY KEY (key_prefix, day)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE movements (
    place INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    direction TEXT NOT NULL,
    type TEXT NOT NULL,
    credits INTEGER NOT NULL,
    model TEXT,
    reference_id TEXT
  ) STRICT;
  CREATE INDEX movements_by_time ON movements (at, place);

  CREATE TABLE calls (
    place INTEGER PRIMARY KEY,
    inference_id TEXT NOT NULL,
    client_request_id TEXT,
    key_prefix TEXT NOT NULL,
    model TEXT NOT NULL,
    succeeded INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    booked_at INTEGER NOT NULL,
    credits INTEGER NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX calls_by_key ON calls (key_prefix, made_at, place);
  `,
];

/**
 * Brings a database to the newest version of the tables. Several processes may do so at once.
 *
 * @throws HermesError `invalid_options` when the file belongs to another program, or to a newer version
 *   of this one.
 */
export function migrate(db: SqliteDatabase, path: string): void {
  inTransaction(db, () => {
    const version = pragma(db, 'user_version');
    if (version === 0 ? isUsed(db) : pragma(db, 'application_id') !== APPLICATION_ID)
      throw unusable(path, 'it is the database of another program');
    if (version > MIGRATIONS.length)
      throw unusable(
        path,
        `its tables are of version ${version}, and this program knows ${MIGRATIONS.length}: update @hermes4/server`,
      );
    if (version === MIGRATIONS.length) return;
    for (const step of MIGRATIONS.slice(version)) db.exec(step);
    db.exec(
      `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length}`,
    );
  });
}

function pragma(db: SqliteDatabase, name: string): number {
  const row = db.prepare(`PRAGMA ${name}`).get() as Readonly<Record<string, number>>;
  return row[name] ?? 0;
}

function isUsed(db: SqliteDatabase): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined;
}

function unusable(path: string, why: string): HermesError {
  return new HermesError(`The account cannot be kept in ${path}: ${why}.`, {
    code: 'invalid_options',
    path: 'path',
  });
}
