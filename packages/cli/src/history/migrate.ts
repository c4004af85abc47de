import { inTransaction } from './in-transaction.ts';
import type { Database } from './sqlite-driver.ts';

/** Marks a file as one of these; any number, written as the letters `H4HI`. */
const APPLICATION_ID = 0x48344849;

/** What leads from each version of the tables to the next, the first from an empty file. Never changed, only added to. */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE exchanges (
    -- Ids are not used again after a removal: people write them down.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL,
    parent INTEGER,
    at INTEGER NOT NULL,
    origin TEXT NOT NULL,
    model TEXT NOT NULL,
    system TEXT,
    messages TEXT NOT NULL,
    answer TEXT NOT NULL,
    finish_reason TEXT,
    parameters TEXT,
    usage TEXT,
    usd REAL,
    -- What can be searched: the words of both sides, without files and thoughts.
    asked TEXT NOT NULL,
    answered TEXT NOT NULL
  ) STRICT;
  CREATE INDEX exchanges_by_conversation ON exchanges (conversation, id);

  CREATE VIRTUAL TABLE words USING fts5 (
    asked, answered, content = 'exchanges', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
  );
  INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
  CREATE TRIGGER words_of_added AFTER INSERT ON exchanges BEGIN
    INSERT INTO words (rowid, asked, answered) VALUES (new.id, new.asked, new.answered);
  END;
  CREATE TRIGGER words_of_removed AFTER DELETE ON exchanges BEGIN
    INSERT INTO words (words, rowid, asked, answered)
    VALUES ('delete', old.id, old.asked, old.answered);
  END;
  `,
];

/** Why a file cannot be used, as the end of a sentence. */
export class UnusableFile extends Error {
  override readonly name: string = 'UnusableFile';
}

/**
 * Brings a database to the newest version of the tables. Several processes may do so at once.
 *
 * @throws UnusableFile when the file belongs to another program, or to a newer version of this one.
 */
export function migrate(db: Database): void {
  if (pragma(db, 'user_version') === MIGRATIONS.length && isOurs(db)) return;
  inTransaction(db, () => {
    const version = pragma(db, 'user_version');
    if (version === 0 ? isUsed(db) : !isOurs(db)) {
      throw new UnusableFile('it is the database of another program');
    }
    if (version > MIGRATIONS.length) {
      throw new UnusableFile(
        `its tables are of version ${version}, and this program knows ${MIGRATIONS.length}: update @hermes4/cli`,
      );
    }
    for (const step of MIGRATIONS.slice(version)) db.exec(step);
    db.exec(
      `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length}`,
    );
  });
}

function pragma(db: Database, name: string): number {
  const row = db.prepare(`PRAGMA ${name}`).get() as Readonly<Record<string, number>>;
  return row[name] ?? 0;
}

function isOurs(db: Database): boolean {
  return pragma(db, 'application_id') === APPLICATION_ID;
}

function isUsed(db: Database): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined;
}
