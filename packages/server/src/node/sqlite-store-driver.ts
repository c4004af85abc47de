import { HermesError } from '@hermes4/core';

/** The part of Node's `DatabaseSync` that the store uses; `@photostructure/sqlite` has the same. */
export interface SqliteDatabase {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

/** A statement that was prepared once and runs many times. */
export interface SqliteStatement {
  run(...values: SqliteValue[]): { readonly changes: number | bigint };
  get(...values: SqliteValue[]): unknown;
  all(...values: SqliteValue[]): unknown[];
}

/** What a column can hold. */
export type SqliteValue = string | number | null;

/** Opens a database. */
export type OpenDatabase = (path: string) => SqliteDatabase;

interface SqliteModule {
  readonly DatabaseSync: new (path: string) => SqliteDatabase;
}

/**
 * Finds an SQLite: Node's own where it has one (from 22.13 on, or 22.5 with `--experimental-sqlite`), or
 * else the package `@photostructure/sqlite`, which brings a compiled one from the registry.
 *
 * @throws HermesError `invalid_options` when there is neither; it says what to install.
 */
export async function loadSqlite(
  importPackage: () => Promise<unknown> = () => import('@photostructure/sqlite'),
): Promise<OpenDatabase> {
  const builtIn = process.getBuiltinModule('node:sqlite') as SqliteModule | undefined;
  const { DatabaseSync } = builtIn ?? ((await importPackage().catch(explain)) as SqliteModule);
  return (path) => new DatabaseSync(path);
}

function explain(cause: unknown): never {
  throw new HermesError(
    'This Node has no SQLite of its own. Run `npm install @photostructure/sqlite@1`, or use Node 22.13 or newer.',
    { code: 'invalid_options', cause },
  );
}
