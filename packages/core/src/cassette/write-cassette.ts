import { isRecord } from '../primitives/is-record.ts';
import { canonicalJson, sortedEntries } from './canonical-json.ts';
import type { Cassette } from './cassette.ts';

/** Long lists of small things: an item a line shows best what has changed. */
const LISTS = new Set(['pieces', 'readable']);

/**
 * Writes a cassette as JSON text: names in order, a line for each thing that can change, a newline at the
 * end, so that the same recordings are the same bytes and a new one is a small diff.
 */
export function writeCassette(cassette: Cassette): string {
  return `${layOut(cassette, '', false)}\n`;
}

function layOut(value: unknown, indent: string, isList: boolean): string {
  if (isFlat(value)) return canonicalJson(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => (isList ? canonicalJson(item) : layOut(item, inner, false)));
    return `[\n${items.map((item) => inner + item).join(',\n')}\n${indent}]`;
  }
  const members = sortedEntries(value as Record<string, unknown>).map(
    ([name, item]) => `${inner}${JSON.stringify(name)}: ${layOut(item, inner, LISTS.has(name))}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

/** Whether a value holds no list and no object. */
function isFlat(value: unknown): boolean {
  const items = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  return !items.some((item) => typeof item === 'object' && item !== null);
}
