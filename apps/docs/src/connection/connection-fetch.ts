import type { Connection } from './connection.ts';
import { createHostFetch } from './host-fetch.ts';

type Fetch = typeof globalThis.fetch;

/** Where the in-page server seems to be; written here too, so that it need not be loaded for its address. */
const IN_PAGE_URL = 'http://localhost:4405/v1';

let inPage: Promise<Fetch> | undefined;

/** The local server, loaded by the first question and kept for the next. */
const inPageFetch: Fetch = async (input, init) => {
  inPage ??= import('./in-page-hosts.ts').then(({ createInPageFetch }) => createInPageFetch());
  return (await inPage)(input, init);
};

/** Where whoever answers is, and the `fetch` that goes there and nowhere else; it puts on the key. */
export function reach(connection: Connection): { readonly baseURL: string; readonly fetch: Fetch } {
  if (connection.kind === 'in-page') return { baseURL: IN_PAGE_URL, fetch: inPageFetch };
  return { baseURL: connection.baseURL, fetch: createHostFetch(connection) };
}
