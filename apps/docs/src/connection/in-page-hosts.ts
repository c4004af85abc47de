import { createLocalServer, type LocalServer } from '@hermes4/server';

type Fetch = typeof globalThis.fetch;

/** Where the servers in the page seem to be; no request ever leaves the page for these addresses. */
export const IN_PAGE_URL = 'http://localhost:4405/v1';
export const IN_PAGE_ROUTER_URL = 'http://localhost:4406/v1';

/** Fast to read along, slow enough to be seen streaming. */
export const TOKENS_PER_SECOND = 90;

/** The local server as `fetch`, once as the hosted API speaks and once as another host does. */
export function createInPageFetch(): Fetch {
  const servers: Readonly<Record<string, LocalServer>> = {
    [new URL(IN_PAGE_URL).origin]: createLocalServer({ tokensPerSecond: TOKENS_PER_SECOND }),
    [new URL(IN_PAGE_ROUTER_URL).origin]: createLocalServer({
      tokensPerSecond: TOKENS_PER_SECOND,
      dialect: 'openrouter',
    }),
  };
  return async (input, init) => {
    const request = new Request(input, init);
    const { origin } = new URL(request.url);
    const server = servers[origin];
    if (server) return server.fetch(request);
    throw new TypeError(
      `Nothing is sent to ${origin}: here, the local server in this page answers, at ${IN_PAGE_URL}. Choose your own key to ask a host.`,
    );
  };
}
