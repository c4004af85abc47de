import { HermesError } from '@hermes4/core';
import type { FirstKeys } from './account/account-start.ts';
import { type Account, createAccount } from './account/create-account.ts';
import { createMemoryStore } from './account/memory-store.ts';
import { errorBody } from './answer/error-body.ts';
import { type Identity, identify } from './answer/identity.ts';
import { type Clock, systemClock } from './clock.ts';
import { dialects } from './dialect/dialects.ts';
import { checkAdmin } from './door/check-admin.ts';
import { corsHeaders, isPreflight, preflightResponse } from './door/cors.ts';
import { createDoor } from './door/create-door.ts';
import { assertNotOpen } from './door/open-door.ts';
import type { Engine } from './engine/engine.ts';
import { createSimEngine } from './engine/sim/sim-engine.ts';
import { isConnectionLost } from './faults/bends.ts';
import type { LocalServerOptions } from './local-server-options.ts';
import { DEFAULT_PRICES, type Prices } from './prices.ts';
import { asRefusal, type Refusal } from './refusal.ts';
import { createRouter } from './router.ts';
import { serverRoutes } from './server-routes.ts';

/** The API, as a function from a request to its answer. */
export interface LocalServer {
  /** What answers. */
  readonly engine: Engine;
  /** Whether it asks who calls. */
  readonly requiresKey: boolean;
  /** Whether `Host` is held against a list of the server's own. */
  readonly checksHost: boolean;
  /**
   * Resolves when the account is open: with its first keys if it is new, with `undefined` if the store held it
   * already or there is no account. Rejects, as every call does then, when the store fails.
   */
  readonly opened: Promise<FirstKeys | undefined>;
  /**
   * Answers one request. What goes wrong is an answer in the hosted API's form; like the platform's
   * own `fetch`, it rejects only when the request's signal is aborted, with the signal's reason, or when a fault
   * breaks the connection.
   *
   * It can stand in for the global `fetch` of a client: `createHermes({ fetch: server.fetch })`.
   */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
}

/**
 * Makes a server of the Hermes 4 API that runs in the process: no socket, no key, no network.
 *
 * @param options All optional; see each for its default.
 * @throws HermesError `invalid_options` when an option cannot be used.
 * @example
 * ```ts
 * import { createHermes } from '@hermes4/core';
 * import { createLocalServer } from '@hermes4/server';
 *
 * const hermes = createHermes({ fetch: createLocalServer().fetch });
 * const { choices } = await hermes.chat.completions.create({
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(choices[0]?.message.content);
 * ```
 */
export function createLocalServer(options: LocalServerOptions = {}): LocalServer {
  const { engine = createSimEngine(), clock = systemClock, prices = DEFAULT_PRICES } = options;
  const { adminKey } = options;
  const account = accountOf(options, clock, prices);
  const entrance = { ...options, ...(account && { authorize: account.authorize }) };
  assertNotOpen(engine, entrance);
  const door = createDoor({ ...entrance, clock, prices });
  const dialect = dialects[options.dialect ?? 'aimlapi'];
  const find = createRouter(serverRoutes(options, { engine, door, account, clock, prices }));

  return {
    engine,
    requiresKey: !door.isOpen,
    checksHost: door.checksHost,
    opened: account?.opened ?? Promise.resolve(undefined),
    // Async, so that an address or an option that cannot be used rejects, as the platform's does.
    fetch: async (input, init) =>
      handle(input instanceof Request && !init ? input : new Request(input, init)),
  };

  async function handle(request: Request): Promise<Response> {
    const cors = corsHeaders(request, door.allowedOrigins);
    const identity = identify(request.headers, engine, new Date(clock.now()), cors);
    if (isPreflight(request, door.allowedOrigins)) return preflightResponse(request, identity);
    try {
      return await visit(request, identity);
    } catch (error) {
      request.signal.throwIfAborted();
      if (isConnectionLost(error)) throw error;
      return refusalResponse(asRefusal(error), identity, request.url);
    }
  }

  async function visit(request: Request, identity: Identity): Promise<Response> {
    door.checkPlace(request);
    const url = new URL(request.url);
    const { route, params } = find(request.method, url.pathname);
    if (route.isAdmin) await checkAdmin(request, { isOpen: door.isOpen, adminKey });
    return named(await route.handle({ request, url, params, identity }), identity);
  }

  function refusalResponse(refusal: Refusal, identity: Identity, url: string): Response {
    const hosted = errorBody(refusal, identity, url, new Date(clock.now()));
    return Response.json(dialect.refusal(refusal, hosted), {
      status: refusal.status,
      headers: { ...identity.headers, ...refusal.headers },
    });
  }
}

function accountOf(
  { account, authorize }: LocalServerOptions,
  clock: Clock,
  prices: Prices,
): Account | undefined {
  if (!account) return undefined;
  if (authorize) {
    throw new HermesError(
      'Options account and authorize cannot be used together: both say who a caller is.',
      { code: 'invalid_options', path: 'account' },
    );
  }
  const { store = createMemoryStore(), start } = account === true ? {} : account;
  return createAccount({ store, start, clock, prices });
}

/** Adds the server's own headers to those that an answer brings. */
function named(response: Response, { headers }: Identity): Response {
  const missing = Object.entries(headers).filter(([name]) => !response.headers.has(name));
  if (missing.length === 0) return response;
  const all = new Headers(response.headers);
  for (const [name, value] of missing) all.set(name, value);
  return new Response(response.body, { status: response.status, headers: all });
}
