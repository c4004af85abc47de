import { HermesError } from '../errors/hermes-error.ts';
import { isRecord } from '../primitives/is-record.ts';

/** What an object holds. */
export type Fields = Readonly<Record<string, unknown>>;

/** Checks values of a file, and says where they are not as they should be. */
export interface Expectations {
  /** An object that has no other fields than these. */
  fields(value: unknown, path: string, names: readonly string[]): Fields;
  /** An object with fields of any name. */
  record(value: unknown, path: string): Fields;
  list(value: unknown, path: string): readonly unknown[];
  text(value: unknown, path: string): string;
  /** Whatever else has to hold. */
  that(holds: boolean, path: string, expected: string, received: unknown): void;
}

/**
 * Makes checks that throw HermesError `invalid_options`.
 *
 * @param name What messages call the file.
 */
export function createExpectations(name: string): Expectations {
  return { fields, record, list, text, that };

  function fields(value: unknown, path: string, names: readonly string[]): Fields {
    const given = record(value, path);
    for (const field of Object.keys(given)) {
      const place = path === '' ? field : `${path}.${field}`;
      that(names.includes(field), place, `no field but ${names.join(', ')}`, field);
    }
    return given;
  }

  function record(value: unknown, path: string): Fields {
    if (!isRecord(value)) return fail(path, 'an object', value);
    return value;
  }

  function list(value: unknown, path: string): readonly unknown[] {
    return Array.isArray(value) ? value : fail(path, 'a list', value);
  }

  function text(value: unknown, path: string): string {
    return typeof value === 'string' ? value : fail(path, 'a string', value);
  }

  function that(holds: boolean, path: string, expected: string, received: unknown): void {
    if (!holds) fail(path, expected, received);
  }

  function fail(path: string, expected: string, received: unknown): never {
    const place = path === '' ? '' : ` at ${path}`;
    throw new HermesError(
      `${name} cannot be used${place}: expected ${expected}, received ${describe(received)}.`,
      { code: 'invalid_options', path },
    );
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
