import { inUse } from './in-use.ts';
import type { Database } from './sqlite-driver.ts';

/**
 * Does all of something or nothing. It takes the right to write first, so that what it reads stays true.
 *
 * @throws Failure 10 when another process does not let go of that right.
 */
export function inTransaction<T>(db: Database, work: () => T): T {
  begin(db);
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

function begin(db: Database): void {
  try {
    db.exec('BEGIN IMMEDIATE');
  } catch (error) {
    throw inUse(error) ?? error;
  }
}
