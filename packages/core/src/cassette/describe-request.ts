import { canonicalJson } from './canonical-json.ts';
import type { RecordedRequest } from './cassette.ts';
import { withoutSecrets } from './secrets.ts';

/** A request, as far as a cassette is concerned. */
export interface AskedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Headers;
  /** The body as it was written; empty when there is none. */
  readonly text: string;
}

/** All else may name the caller, and says nothing about the answer. */
const KEPT_HEADERS = ['accept', 'content-type'];

/**
 * Describes a request for a cassette. What records and what looks for a recording both use it, so that
 * they cannot disagree.
 *
 * @param secrets Words that must not be recorded, wherever they stand.
 * @throws HermesError `invalid_request` for a body that is nested too deeply.
 */
export function describeRequest(
  { method, path, headers, text }: AskedRequest,
  secrets: readonly string[],
): RecordedRequest {
  const kept = KEPT_HEADERS.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, withoutSecrets(value, secrets)] as const];
  });
  return {
    method: method.toUpperCase(),
    path: withoutSecrets(path, secrets),
    headers: Object.fromEntries(kept),
    ...(text !== '' && { body: describeBody(text, secrets) }),
  };
}

/** What two requests share when one recording answers both. */
export function requestKey({ method, path, body }: RecordedRequest): string {
  return `${method} ${path}\n${body === undefined ? '' : canonicalJson(body)}`;
}

function describeBody(text: string, secrets: readonly string[]): unknown {
  const value = readJson(text);
  if (value === undefined) return withoutSecrets(text, secrets);
  // In its canonical writing no escape can hide a secret.
  return JSON.parse(withoutSecrets(canonicalJson(value), secrets));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
