import { EXIT } from '../exit-code.ts';
import { Failure } from '../failure.ts';

/** The part of Node's `DatabaseSync` that is used here; `@photostructure/sqlite` has the same. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

/** A statement that was prepared once and runs many times. */
export interface Statement {
  run(...values: Value[]): {
    readonly changes: number | bigint;
    readonly lastInsertRowid: number | bigint;
  };
  get(...values: Value[]): unknown;
  all(...values: Value[]): unknown[];
}

/** What a column can hold. */
export type Value = string | number | null;

/** An SQLite that was found. */
export interface SqliteDriver {
  /** As in “history is kept with …”. */
  readonly name: string;
  readonly open: (path: string) => Database;
}

interface SqliteModule {
  readonly DatabaseSync: new (path: string) => Database;
}

/**
 * Finds an SQLite: Node's own where it has one, from 22.13 on, or else the package `@photostructure/sqlite`.
 *
 * @throws Failure when there is neither; it says what to do.
 */
export async function loadSqlite(
  importPackage: () => Promise<unknown> = () => import('@photostructure/sqlite'),
): Promise<SqliteDriver> {
  const builtIn = loadBuiltIn();
  const { DatabaseSync } = builtIn ?? ((await importPackage().catch(explain)) as SqliteModule);
  return {
    name: builtIn ? 'node:sqlite' : '@photostructure/sqlite',
    open: (path) => new DatabaseSync(path),
  };
}

/** Node warns on standard error that its SQLite is experimental, which nobody at a terminal can act on. */
function loadBuiltIn(): SqliteModule | undefined {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite') as SqliteModule | undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function explain(): never {
  throw new Failure(
    'History needs an SQLite, and this Node has none of its own. Use Node 22.13 or newer, run npm install @photostructure/sqlite@1, or switch history off: hermes4 config set history false.',
    EXIT.usage,
  );
}
