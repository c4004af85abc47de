import { EXIT } from '../exit-code.ts';
import { Failure } from '../failure.ts';

/** How long whoever comes second waits. */
export const PATIENCE_MS = 10_000;

/** SQLite's number for a file that somebody else is writing to; its further bits tell which part of it. */
const BUSY = 5;

/** Gives what to tell of an error of SQLite's when another process keeps the file to itself. */
export function inUse(error: unknown): Failure | undefined {
  const { errcode } = (error ?? {}) as { readonly errcode?: unknown };
  if (typeof errcode !== 'number' || (errcode & 0xff) !== BUSY) return undefined;
  return new Failure(
    `The history is in use: another process has kept it to itself for ${PATIENCE_MS / 1_000} seconds. Wait until that has ended, and try again.`,
    EXIT.locked,
  );
}
