import {
  type Conversation,
  type Exchange,
  type Finding,
  MATCH_END,
  MATCH_START,
  type NewExchange,
} from './exchange.ts';
import { type ExchangeRow, exchangeOf, rowOf, WRITTEN } from './exchange-row.ts';
import { inTransaction } from './in-transaction.ts';
import { matchWords } from './match-words.ts';
import type { Database } from './sqlite-driver.ts';

/** What was asked and answered on this machine. */
export interface History {
  /**
   * Keeps an exchange, whole or not at all: when this returns, a crash of the process loses it no more.
   *
   * @returns Its id, which a later exchange names as its `parent`.
   */
  add(exchange: NewExchange): number;
  /** The exchange with this id. */
  find(id: number): Exchange | undefined;
  /** The exchange that was kept last, of one conversation or of all. */
  latest(conversation?: number): Exchange | undefined;
  /** What led to an exchange, from the beginning of its conversation to itself. */
  thread(id: number): Exchange[];
  /** All exchanges of a conversation, forks included, in the order in which they were kept. */
  conversation(id: number): Exchange[];
  /** The conversations that were gone on with last. */
  list(limit: number): Conversation[];
  /** The exchanges in which all of these words occur, the best match first. */
  search(typed: string, limit: number): Finding[];
  /** Every exchange, the oldest first, read as they are asked for. */
  all(): Iterable<Exchange>;
  /** Removes conversations; what was removed is overwritten in the file. */
  remove(conversations: readonly number[]): Removal;
  /** The conversations that nobody went on with since a moment. */
  untouchedSince(at: number): number[];
  close(): void;
}

/** What came of removing. */
export interface Removal {
  readonly exchanges: number;
  /** Whether the words are gone from the disk; while another process reads, the log beside the file holds them. */
  readonly isErased: boolean;
}

/** Reads and writes a database that has the tables. */
export function historyIn(db: Database): History {
  const byId = db.prepare('SELECT * FROM exchanges WHERE id = ?');
  const find = (id: number): Exchange | undefined => read(byId.get(id));

  return {
    find,
    add: (exchange) => inTransaction(db, () => insert(db, exchange, find)),
    latest: (conversation) =>
      conversation === undefined
        ? read(db.prepare('SELECT * FROM exchanges ORDER BY id DESC LIMIT 1').get())
        : read(
            db
              .prepare('SELECT * FROM exchanges WHERE conversation = ? ORDER BY id DESC LIMIT 1')
              .get(conversation),
          ),
    thread(id) {
      const exchanges: Exchange[] = [];
      let current = find(id);
      while (current) {
        exchanges.unshift(current);
        current = current.parent === undefined ? undefined : find(current.parent);
      }
      return exchanges;
    },
    conversation: (id) =>
      (
        db
          .prepare('SELECT * FROM exchanges WHERE conversation = ? ORDER BY id')
          .all(id) as ExchangeRow[]
      ).map(exchangeOf),
    list: (limit) =>
      db
        .prepare(`
          SELECT id, asked AS title, model, exchanges, startedAt, lastAt, total AS usd
          FROM (
            SELECT COUNT(*) AS exchanges, MIN(at) AS startedAt, MAX(at) AS lastAt,
              SUM(usd) AS total, MAX(id) AS newest, MIN(id) AS oldest
            FROM exchanges GROUP BY conversation ORDER BY newest DESC LIMIT ?
          ) JOIN exchanges ON id = oldest
          ORDER BY newest DESC`)
        .all(limit) as Conversation[],
    search: (typed, limit) => search(db, typed, limit),
    all: () => allOf(db),
    remove(conversations) {
      const remove = db.prepare('DELETE FROM exchanges WHERE conversation = ?');
      const exchanges = inTransaction(db, () =>
        conversations.reduce((sum, id) => sum + Number(remove.run(id).changes), 0),
      );
      // The log ahead of the file holds the words until it is emptied.
      const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
      return { exchanges, isErased: busy === 0 };
    },
    untouchedSince: (at) =>
      (
        db
          .prepare(
            'SELECT conversation AS id FROM exchanges GROUP BY conversation HAVING MAX(at) < ?',
          )
          .all(at) as { readonly id: number }[]
      ).map(({ id }) => id),
    close: () => db.close(),
  };
}

function insert(
  db: Database,
  exchange: NewExchange,
  find: (id: number) => Exchange | undefined,
): number {
  const parent = exchange.parent === undefined ? undefined : find(exchange.parent);
  // What it goes on from may have been removed meanwhile: then a conversation begins here.
  const { parent: _, ...rootless } = exchange;
  const columns = WRITTEN.join(', ');
  const places = WRITTEN.map(() => '?').join(', ');
  const { lastInsertRowid } = db
    .prepare(`INSERT INTO exchanges (${columns}) VALUES (${places})`)
    .run(...rowOf(parent ? exchange : rootless, parent?.conversation ?? 0));
  const id = Number(lastInsertRowid);
  if (!parent) db.prepare('UPDATE exchanges SET conversation = id WHERE id = ?').run(id);
  return id;
}

function search(db: Database, typed: string, limit: number): Finding[] {
  const query = matchWords(typed);
  if (query === undefined) return [];
  return db
    .prepare(`
      SELECT id, conversation, at, model,
        snippet(words, -1, '${MATCH_START}', '${MATCH_END}', '…', 16) AS excerpt
      FROM words JOIN exchanges ON exchanges.id = words.rowid
      WHERE words MATCH ? ORDER BY rank, id DESC LIMIT ?`)
    .all(query, limit) as Finding[];
}

/** Page by page, so that a long history needs no more memory than a short one. */
function* allOf(db: Database): Generator<Exchange> {
  const page = db.prepare('SELECT * FROM exchanges WHERE id > ? ORDER BY id LIMIT 100');
  let last = 0;
  for (;;) {
    const rows = page.all(last) as ExchangeRow[];
    yield* rows.map(exchangeOf);
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
  }
}

function read(row: unknown): Exchange | undefined {
  return row === undefined ? undefined : exchangeOf(row as ExchangeRow);
}
