/** One HTTP request, ready to be sent. */
export interface HttpRequest {
  /** Where it goes. */
  readonly url: string;
  /** The HTTP method. */
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** The headers, their names in lower case; the key is among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON text, if there is any. */
  readonly body?: string;
}

/** One HTTP answer whose body is still on the wire. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The next piece of the body as the network brought it, or `undefined` at its end. */
  read(): Promise<Uint8Array | undefined>;
  /** Lets go of whatever is left of the body, so that its connection is free again. */
  discard(): void;
}

/** The one function of the platform that the client calls: the standard `fetch`. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** Sends one request and resolves with a good answer. */
export type Send = (request: HttpRequest) => Promise<Response>;

/**
 * Stands between the client and the network, once for each call: around all attempts and pauses of
 * sending, so that `next()` resolves with an answer whose status is good and rejects with the error that
 * the caller would get. The first in the list is the outermost. It may change the request, answer by
 * itself, ask `next()` again, or replace the answer; a body that it reads it has to replace.
 *
 * A stream that breaks before its first content is asked for again through the interceptors.
 *
 * @example
 * ```ts
 * import { createHermes, type Interceptor } from '@hermes4/core';
 *
 * const tenant: Interceptor = (next) => (request) =>
 *   next({ ...request, headers: { ...request.headers, 'x-tenant': 'a' } });
 * const hermes = createHermes({ apiKey: 'your key', interceptors: [tenant] });
 * ```
 */
export type Interceptor = (next: Send) => Send;
