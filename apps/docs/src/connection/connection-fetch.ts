import type { Connection, OwnKey } from './connection.ts';
import { createHostFetch } from './host-fetch.ts';

type Fetch = typeof globalThis.fetch;

/** Where the in-page server seems to be; written here too, so that it need not be loaded for its address. */
const IN_PAGE_URL = 'http://localhost:4405/v1';

/** A way to whoever answers. */
export interface Reach {
  readonly baseURL: string;
  readonly fetch: Fetch;
}

let inPage: Promise<Fetch> | undefined;

/** The local server, loaded by the first question and kept for the next. */
const inPageFetch: Fetch = async (input, init) => {
  inPage ??= import('./in-page-hosts.ts').then(({ createInPageFetch }) => createInPageFetch());
  return (await inPage)(input, init);
};

let inPageAccount: Promise<Fetch> | undefined;

/** The same with an account, whose keys, bills and logs can be asked for. */
const inPageAccountFetch: Fetch = async (input, init) => {
  inPageAccount ??= import('./in-page-account.ts').then(({ createAccountFetch }) =>
    createAccountFetch(),
  );
  return (await inPageAccount)(input, init);
};

/** Where whoever answers is, and the `fetch` that goes there and nowhere else; it puts on the key. */
export function reach(connection: Connection): Reach {
  if (connection.kind === 'in-page') return { baseURL: IN_PAGE_URL, fetch: inPageFetch };
  return reachHost(connection);
}

/** The same for every operation of the API, not chat alone. */
export function reachAccount(connection: Connection): Reach {
  if (connection.kind === 'in-page') return { baseURL: IN_PAGE_URL, fetch: inPageAccountFetch };
  return reachHost(connection);
}

function reachHost(connection: OwnKey): Reach {
  return { baseURL: connection.baseURL, fetch: createHostFetch(connection) };
}
