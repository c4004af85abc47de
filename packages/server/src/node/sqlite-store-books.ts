import { type BookedCall, chargeOf, DAY, type Movement } from '../account/store.ts';
import type { SqliteDatabase } from './sqlite-store-driver.ts';
import { inTransaction } from './sqlite-store-transaction.ts';

/** The money of an account, in its tables. */
export interface SqliteBooks {
  balance(): number;
  spentSince(keyPrefix: string, day: number): number;
  move(movement: Movement): void;
  /** Moves money as a part of a transaction that is under way. */
  moveWithin(movement: Movement): void;
  book(call: BookedCall): void;
}

/** Reads and writes the books. Balance and spending are kept beside the entries, so that no request has to add them up. */
export function sqliteBooks(db: SqliteDatabase): SqliteBooks {
  const balance = db.prepare('SELECT credits FROM money');
  const change = db.prepare('UPDATE money SET credits = credits + ?');
  const spent = db.prepare(
    'SELECT COALESCE(SUM(credits), 0) AS credits FROM spending WHERE key_prefix = ? AND day >= ?',
  );
  const spend = db.prepare(`
    INSERT INTO spending (key_prefix, day, credits) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET credits = credits + excluded.credits`);
  const insertMovement = db.prepare(`
    INSERT INTO movements (at, direction, type, credits, model, reference_id)
    VALUES (?, ?, ?, ?, ?, ?)`);
  const insertCall = db.prepare(`
    INSERT INTO calls (inference_id, client_request_id, key_prefix, model, succeeded,
      made_at, booked_at, credits, input_tokens, output_tokens)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);

  return {
    balance: () => creditsOf(balance.get()),
    spentSince: (prefix, day) => creditsOf(spent.get(prefix, day)),
    move: (movement) => inTransaction(db, () => moveWithin(movement)),
    moveWithin,
    book: (call) =>
      inTransaction(db, () => {
        insertCall.run(...columnsOf(call));
        if (call.credits === 0) return;
        moveWithin(chargeOf(call));
        spend.run(call.keyPrefix, call.bookedAt - (call.bookedAt % DAY), call.credits);
      }),
  };

  function moveWithin({ at, direction, type, credits, model, referenceId }: Movement): void {
    insertMovement.run(at, direction, type, credits, model, referenceId);
    change.run(direction === 'TOPUP' ? credits : -credits);
  }
}

function columnsOf(call: BookedCall): (string | number | null)[] {
  return [
    call.inferenceId,
    call.clientRequestId,
    call.keyPrefix,
    call.model,
    Number(call.succeeded),
    call.madeAt,
    call.bookedAt,
    call.credits,
    call.inputTokens,
    call.outputTokens,
  ];
}

function creditsOf(row: unknown): number {
  return (row as { readonly credits: number }).credits;
}
