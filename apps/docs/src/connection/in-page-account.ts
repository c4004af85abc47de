import { createLocalServer } from '@hermes4/server';
import { IN_PAGE_URL, TOKENS_PER_SECOND } from './in-page-hosts.ts';

type Fetch = typeof globalThis.fetch;

/** Its first characters are those of the API document's examples. It opens nothing but a server in a page. */
const KEY = 'b747e891000000000000000000000000';
const MANAGEMENT_KEY = 'c858f902000000000000000000000000';

/** What was asked before a reader came, so that usage, logs and the ledger have something to tell. */
const ASKED_BEFORE = ['Hello', 'What is 17 times 23?'];

/**
 * The local server with an account, as `fetch`. The page puts on the key that a request needs, since nobody has to keep this one
 * secret.
 */
export function createAccountFetch(): Fetch {
  const server = createLocalServer({
    account: { start: { key: KEY, managementKey: MANAGEMENT_KEY } },
    tokensPerSecond: TOKENS_PER_SECOND,
  });
  const send = (request: Request): Promise<Response> => {
    request.headers.set('authorization', `Bearer ${keyFor(request)}`);
    return server.fetch(request);
  };
  const asked = ASKED_BEFORE.reduce(
    (before, content) => before.then(() => askBefore(send, content)),
    Promise.resolve(),
  );
  return async (input, init) => {
    await asked;
    return send(new Request(input, init));
  };
}

/** Keys are managed with another key than the one that asks. */
function keyFor({ url }: Request): string {
  return /^\/v1\/keys(?:\/|$)/.test(new URL(url).pathname) ? MANAGEMENT_KEY : KEY;
}

async function askBefore(
  send: (request: Request) => Promise<Response>,
  content: string,
): Promise<void> {
  const response = await send(
    new Request(`${IN_PAGE_URL}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        model: 'nousresearch/hermes-4-405b',
        messages: [{ role: 'user', content }],
        max_tokens: 8,
      }),
    }),
  );
  await response.text();
}
