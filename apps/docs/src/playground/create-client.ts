import { createHermes, type Hermes } from '@hermes4/browser/react';
import type { Connection } from '../connection/connection.ts';
import { createHostFetch } from '../connection/host-fetch.ts';

type Fetch = typeof globalThis.fetch;

/** Where the in-page server seems to be; written here too, so that it need not be loaded for its address. */
const IN_PAGE_URL = 'http://localhost:4405/v1';

let inPage: Promise<Fetch> | undefined;

/** The local server, loaded by the first question. */
const inPageFetch: Fetch = async (input, init) => {
  inPage ??= import('../connection/in-page-hosts.ts').then(({ createInPageFetch }) =>
    createInPageFetch(),
  );
  return (await inPage)(input, init);
};

/** A client of whoever answers. The key is put on by the `fetch` that goes to its host alone, and is nowhere else. */
export function createClient(connection: Connection): Hermes {
  if (connection.kind === 'in-page') {
    return createHermes({ baseURL: IN_PAGE_URL, fetch: inPageFetch, resume: false });
  }
  const { host, baseURL } = connection;
  return createHermes({ host, baseURL, fetch: createHostFetch(connection), resume: false });
}
