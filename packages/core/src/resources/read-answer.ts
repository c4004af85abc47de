import { HermesError } from '../errors/hermes-error.ts';
import { isRecord } from '../primitives/is-record.ts';
import type { Endpoint } from './endpoint.ts';

/** An answer, or what its `data` holds if that is the thing itself. */
export type Answer = Record<string, unknown>;

/**
 * Reads the body of an answer.
 *
 * @throws HermesError `unexpected_response` when it is none. The error quotes nothing of the body and
 *   has no cause that would: a body cut short may hold a new key, or a person's address.
 */
export function readAnswer(text: string, endpoint: Endpoint, status: number): Answer {
  const { method = 'GET', path, answer = 'data', isList = false } = endpoint;
  const value = tryJson(text);
  if (isRecord(value) && answer in value) {
    const inner = value[answer];
    if (answer !== 'data') return value;
    if (isList && Array.isArray(inner)) return value;
    if (!isList && isRecord(inner)) return inner;
  }
  throw new HermesError(
    `The host answered ${status} to ${method} ${path} with something else than the API documents there. Check that baseURL points at the hosted API: other hosts of the model may lack this path.`,
    { code: 'unexpected_response', status },
  );
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keeps a field readable by its name and out of JSON, spreads and printed objects. */
export function hideField<Value>(value: Value, name: keyof Value): Value {
  return Object.defineProperty(value, name, { enumerable: false });
}
