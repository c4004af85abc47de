import type { Database } from './sqlite-driver.ts';

/** Does all of something or nothing. It takes the right to write first, so that what it reads stays true. */
export function inTransaction<T>(db: Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    try {
      db.exec('ROLLBACK');
    } catch {
      // SQLite had rolled back by itself; what went wrong is told by the first error.
    }
    throw error;
  }
}
