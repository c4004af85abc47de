import type { HttpRequest } from '../model/http.ts';

/** What encoding needs to know of the client. */
export interface Sender {
  readonly apiKey: string | undefined;
  readonly defaultHeaders: Readonly<Record<string, string>>;
}

/** What encoding needs to know of the call. */
export interface EncodeOptions {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly clientRequestId?: string | undefined;
}

/**
 * Writes a JSON request. `Authorization` and `Content-Type` are the
 * only headers it adds by itself: any other would cost a browser a CORS preflight that hosts refuse.
 */
export function encodeRequest(
  url: string,
  body: unknown,
  { apiKey, defaultHeaders }: Sender,
  { headers: own, clientRequestId }: EncodeOptions,
): HttpRequest {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (apiKey !== undefined) headers['authorization'] = `Bearer ${apiKey}`;
  // In lower case, so that a caller's `Authorization` replaces ours instead of standing beside it.
  for (const given of [defaultHeaders, own]) {
    for (const name in given) headers[name.toLowerCase()] = given[name] ?? '';
  }
  if (clientRequestId !== undefined) headers['x-client-request-id'] = clientRequestId;
  return { url, method: 'POST', headers, body: JSON.stringify(body) };
}
