import { isRecord } from '@hermes4/core/internal';
import { Refusal } from '../refusal.ts';
import type { Movement, Placed } from './store.ts';

type Position = Pick<Placed<Movement>, 'at' | 'place'>;

/** Where the ledger goes on behind an entry, as an opaque text. */
export function cursorOf({ at, place }: Position): string {
  const json = JSON.stringify({ v: 1, c: new Date(at).toISOString(), p: place });
  return btoa(json).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * Reads a cursor.
 *
 * @throws Refusal 400 when it is not, letter for letter, one that was issued.
 */
export function readCursor(cursor: string): Position {
  const position = tryRead(cursor);
  // Comparing what would be issued finds every other spelling of the same content.
  if (position && cursorOf(position) === cursor) return position;
  throw new Refusal(
    400,
    'Query validation error! cursor: expected the next_cursor of an earlier page, exactly as it came.',
  );
}

function tryRead(cursor: string): Position | undefined {
  try {
    const value: unknown = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
    if (!isRecord(value)) return undefined;
    const position = { at: Date.parse(String(value['c'])), place: Number(value['p']) };
    return Number.isInteger(position.at) && Number.isInteger(position.place) ? position : undefined;
  } catch {
    return undefined;
  }
}
