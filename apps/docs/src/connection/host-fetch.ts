import type { OwnKey } from './connection.ts';

type Fetch = typeof globalThis.fetch;

/**
 * A `fetch` that goes to one host and to nobody else: with the reader's key, without cookies, without the address
 * of this page, and never along a redirect. What calls it needs no key and never sees it.
 *
 * @throws TypeError for an address outside of the host's API, before anything is sent.
 */
export function createHostFetch(
  { baseURL, apiKey }: Pick<OwnKey, 'baseURL' | 'apiKey'>,
  send: Fetch = (input, init) => globalThis.fetch(input, init),
): Fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    checkAddress(request.url, baseURL);
    const headers = new Headers(request.headers);
    headers.delete('authorization');
    if (apiKey !== '') headers.set('authorization', `Bearer ${apiKey}`);
    return send(request.url, {
      method: request.method,
      headers,
      body: request.body === null ? null : await request.text(),
      signal: request.signal,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  };
}

/** The account's endpoints are of another version, so the host's origin is the limit. */
function checkAddress(address: string, baseURL: string): void {
  const { origin } = new URL(address);
  const allowed = new URL(baseURL).origin;
  if (origin === allowed) return;
  throw new TypeError(
    `This page sends to ${allowed} alone, which you chose, and not to ${origin}.`,
  );
}
