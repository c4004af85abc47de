import { HermesError } from '../errors/hermes-error.ts';
import { isRecord } from '../primitives/is-record.ts';

/** Far deeper than any request, and far from the end of the stack. */
const DEEPEST = 1_000;

/**
 * Writes a JSON value in the one way that all writings of it share: names in order, no spaces.
 *
 * @throws HermesError `invalid_request` for a value that is nested too deeply.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > DEEPEST) {
    throw new HermesError(`The JSON value is nested more than ${DEEPEST} levels deep.`, {
      code: 'invalid_request',
    });
  }
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  }
  if (!isRecord(value)) return JSON.stringify(value);
  const members = sortedEntries(value).map(
    ([name, item]) => `${JSON.stringify(name)}:${canonicalJson(item, depth + 1)}`,
  );
  return `{${members.join(',')}}`;
}

/** What an object says, in an order that no locale changes. */
export function sortedEntries(value: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
