import type { APIKeyLimit, APIKeyScope } from '@hermes4/core';
import type { KeyChange, StoredKey } from '../account/store.ts';
import type { SqliteDatabase, SqliteValue } from './sqlite-store-driver.ts';
import { inTransaction } from './sqlite-store-transaction.ts';

interface KeyRow {
  readonly hash: string;
  readonly prefix: string;
  readonly is_management: number;
  readonly name: string | null;
  readonly disabled: number;
  readonly scopes: string | null;
  readonly spending_limit: string | null;
  readonly created_at: number;
  readonly updated_at: number;
}

/** The keys of an account, in their table. */
export interface SqliteKeys {
  keys(): StoredKey[];
  findKey(hash: string): StoredKey | undefined;
  addKey(key: StoredKey): boolean;
  changeKey(prefix: string, change: KeyChange): StoredKey | undefined;
  deleteKey(prefix: string): boolean;
}

/** Reads and writes the keys. */
export function sqliteKeys(db: SqliteDatabase): SqliteKeys {
  const all = db.prepare('SELECT * FROM keys ORDER BY place');
  const byHash = db.prepare('SELECT * FROM keys WHERE hash = ?');
  const byPrefix = db.prepare('SELECT * FROM keys WHERE prefix = ?');
  const remove = db.prepare('DELETE FROM keys WHERE prefix = ?');
  const insert = db.prepare(`
    INSERT INTO keys (name, disabled, scopes, spending_limit, updated_at, hash, prefix, is_management, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const update = db.prepare(`
    UPDATE keys SET name = ?, disabled = ?, scopes = ?, spending_limit = ?, updated_at = ?
    WHERE prefix = ?`);

  return {
    keys: () => (all.all() as KeyRow[]).map(keyOf),
    findKey: (hash) => read(byHash.get(hash)),
    addKey: (key) =>
      insert.run(...changing(key), key.hash, key.prefix, Number(key.isManagement), key.createdAt)
        .changes > 0,
    changeKey: (prefix, change) =>
      inTransaction(db, () => {
        const key = read(byPrefix.get(prefix));
        if (!key) return undefined;
        const changed = { ...key, ...change };
        update.run(...changing(changed), prefix);
        return changed;
      }),
    deleteKey: (prefix) => remove.run(prefix).changes > 0,
  };
}

/** The columns that a change may touch. */
function changing({ name, disabled, scopes, limit, updatedAt }: StoredKey): SqliteValue[] {
  return [name, Number(disabled), toJson(scopes), toJson(limit), updatedAt];
}

function toJson(value: object | null): string | null {
  return value && JSON.stringify(value);
}

function read(row: unknown): StoredKey | undefined {
  return row === undefined ? undefined : keyOf(row as KeyRow);
}

function keyOf(row: KeyRow): StoredKey {
  return {
    hash: row.hash,
    prefix: row.prefix,
    isManagement: row.is_management === 1,
    name: row.name,
    disabled: row.disabled === 1,
    scopes: row.scopes === null ? null : (JSON.parse(row.scopes) as APIKeyScope[]),
    limit: row.spending_limit === null ? null : (JSON.parse(row.spending_limit) as APIKeyLimit),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
