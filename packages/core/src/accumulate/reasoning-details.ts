import { isRecord } from '../primitives/is-record.ts';
import { append, keepLatest } from './merge-fields.ts';

type Detail = Record<string, unknown>;

/** What grows in a detail of the reasoning; the rest of it says the same in each fragment. */
const GROWING = new Set(['text', 'summary']);

/**
 * Adds the details of one delta: a fragment goes on with the last one when it is of the same kind and
 * place, so that a stream ends with the list that a whole answer would hold, fit to be sent back.
 */
export function addDetails(into: Detail[], details: readonly unknown[]): void {
  for (const [position, detail] of details.entries()) {
    if (!isRecord(detail)) continue;
    const last = into.at(-1);
    // Without an index, only the first of a list can belong to what came before.
    if (last && goesOn(last, detail) && (position === 0 || 'index' in detail)) grow(last, detail);
    else into.push({ ...detail });
  }
}

function goesOn(last: Detail, detail: Detail): boolean {
  const { type, index, id } = detail;
  if (type !== last['type'] || index !== last['index']) return false;
  if (type === 'reasoning.encrypted') return false;
  return id === last['id'] || (id ?? null) === null || (last['id'] ?? null) === null;
}

function grow(last: Detail, detail: Detail): void {
  for (const [name, value] of Object.entries(detail)) {
    if (GROWING.has(name)) append(last, name, value);
    else keepLatest(last, name, value);
  }
}
