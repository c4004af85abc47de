import {
  type BookedCall,
  type CallQuery,
  type CallSum,
  type CallWindow,
  type Movement,
  type MovementQuery,
  type Placed,
  QUARTER_HOUR,
} from '../account/store.ts';
import type { SqliteDatabase, SqliteValue } from './sqlite-store-driver.ts';

/** What was booked, in pages and in sums. */
export interface SqliteReports {
  movements(query: MovementQuery): Placed<Movement>[];
  calls(query: CallQuery): { rows: BookedCall[]; total: number };
  sums(query: CallWindow): CallSum[];
}

/** A condition and what it compares with; without a value it says nothing. */
type Condition = readonly [sql: string, ...values: (SqliteValue | undefined)[]];

type CallRow = Omit<BookedCall, 'succeeded'> & { readonly succeeded: number };

/** The columns by the names that the books have for them. */
const CALL = `inference_id AS inferenceId, client_request_id AS clientRequestId, key_prefix AS keyPrefix,
  model, succeeded, made_at AS madeAt, booked_at AS bookedAt, credits,
  input_tokens AS inputTokens, output_tokens AS outputTokens`;
const MOVEMENT = 'place, at, direction, type, credits, model, reference_id AS referenceId';

/** Reads what was booked. */
export function sqliteReports(db: SqliteDatabase): SqliteReports {
  return {
    movements({ from, before, direction, type, after, limit }) {
      const { sql, values } = where(
        ['at >= ?', from],
        ['at < ?', before],
        ['direction = ?', direction],
        ['type = ?', type],
        ['(at, place) < (?, ?)', after?.at, after?.place],
      );
      return db
        .prepare(`SELECT ${MOVEMENT} FROM movements ${sql} ORDER BY at DESC, place DESC LIMIT ?`)
        .all(...values, limit) as Placed<Movement>[];
    },

    calls({ models, succeeded, limit, offset, ...window }) {
      const among = (models ?? []).map(() => '?').join(', ');
      const { sql, values } = where(
        ...inWindow(window),
        [`model IN (${among})`, ...(models ?? [undefined])],
        ['succeeded = ?', succeeded === undefined ? undefined : Number(succeeded)],
      );
      const page = db.prepare(
        `SELECT ${CALL} FROM calls ${sql} ORDER BY made_at DESC, place DESC LIMIT ? OFFSET ?`,
      );
      const count = db.prepare(`SELECT COUNT(*) AS total FROM calls ${sql}`);
      const rows = page.all(...values, limit, offset) as CallRow[];
      return {
        rows: rows.map((row) => ({ ...row, succeeded: row.succeeded === 1 })),
        ...(count.get(...values) as { total: number }),
      };
    },

    sums(window) {
      const { sql, values } = where(...inWindow(window));
      const rows = db.prepare(`
        SELECT model, made_at / ${QUARTER_HOUR} * ${QUARTER_HOUR} AS quarter,
          SUM(credits) AS credits,
          SUM(input_tokens) AS inputTokens,
          SUM(output_tokens) AS outputTokens,
          COUNT(*) AS total,
          SUM(credits > 0) AS charged,
          SUM(succeeded) AS succeeded
        FROM calls ${sql} GROUP BY model, quarter`);
      return rows.all(...values) as CallSum[];
    },
  };
}

function inWindow({ keyPrefix, from, before }: CallWindow): Condition[] {
  return [
    ['key_prefix = ?', keyPrefix],
    ['made_at >= ?', from],
    ['made_at < ?', before],
  ];
}

function where(...conditions: Condition[]): { sql: string; values: SqliteValue[] } {
  const asked = conditions.filter(([, ...values]) => !values.includes(undefined));
  return {
    sql: asked.length > 0 ? `WHERE ${asked.map(([sql]) => sql).join(' AND ')}` : '',
    values: asked.flatMap(([, ...values]) => values as SqliteValue[]),
  };
}
