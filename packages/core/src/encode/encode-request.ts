import type { HttpRequest } from '../model/http.ts';

/** What encoding needs to know of the client and the call. */
export interface EncodeOptions {
  readonly baseURL: string;
  readonly apiKey: string | undefined;
  readonly defaultHeaders: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * Writes a JSON request for a path below the API's base. `Authorization` and `Content-Type` are the
 * only headers it adds by itself: any other would cost a browser a CORS preflight that hosts refuse.
 */
export function encodeRequest(path: string, body: unknown, options: EncodeOptions): HttpRequest {
  const { baseURL, apiKey, defaultHeaders, headers, signal } = options;
  return {
    url: `${baseURL}${path}`,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      ...lowerCased(defaultHeaders),
      ...lowerCased(headers ?? {}),
    },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  };
}

/** So that a caller's `Authorization` replaces ours instead of standing beside it. */
function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
