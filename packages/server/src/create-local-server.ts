import { HermesError, hostProfiles } from '@hermes4/core';
import { type Exchange, shapeCompletion } from './answer/completion.ts';
import { errorResponse } from './answer/error-body.ts';
import { eventStream } from './answer/event-stream.ts';
import { type Identity, identify } from './answer/identity.ts';
import { authorizeKeys, checkOrigin } from './door/authorize.ts';
import { corsHeaders, isPreflight, preflightResponse } from './door/cors.ts';
import { readJsonBody } from './door/read-body.ts';
import { asRefusal, Refusal } from './refusal.ts';
import { validateChatRequest } from './door/validate.ts';
import type { TokenEngine } from './engine/engine.ts';
import { createSimEngine } from './engine/sim/sim-engine.ts';
import { generate } from './generate/generate.ts';

/** How a local server is set up. */
export interface LocalServerOptions {
  /** What answers. @defaultValue the simulator, `createSimEngine()` */
  engine?: TokenEngine | undefined;
  /**
   * The keys that callers may use; any other caller gets a 401.
   *
   * @defaultValue everybody may call, with or without a key
   */
  keys?: readonly string[] | undefined;
  /**
   * Origins of pages, besides the server's own, that may call it and read its answers, such as
   * `http://localhost:3000`.
   *
   * @defaultValue none
   */
  allowedOrigins?: readonly string[] | undefined;
  /**
   * The most bytes that a request's body may have.
   *
   * @defaultValue 33,554,432 (32 MiB)
   */
  maxRequestBytes?: number | undefined;
  /**
   * How fast answers are generated, in tokens per second; at least 0.001.
   *
   * @defaultValue as fast as they are read
   */
  tokensPerSecond?: number | undefined;
  /**
   * The time that answers carry.
   *
   * @defaultValue the system's
   */
  now?: (() => Date) | undefined;
}

/** The API, as a function from a request to its answer. */
export interface LocalServer {
  /** What answers. */
  readonly engine: TokenEngine;
  /** Whether callers need one of the server's keys. */
  readonly requiresKey: boolean;
  /**
   * Answers one request. What goes wrong is an answer in the hosted API's form; like the platform's
   * own `fetch`, it rejects only when the request's signal is aborted, with the signal's reason.
   *
   * It can stand in for the global `fetch` of a client: `createHermes({ fetch: server.fetch })`.
   */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
}

const PATHS = ['/v1/chat/completions', '/chat/completions'];

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
  const engine = options.engine ?? createSimEngine();
  const authorize = authorizeKeys(options.keys);
  const allowedOrigins = options.allowedOrigins ?? [];
  const maxRequestBytes = atLeast(1, 'maxRequestBytes', options, 32 * 1_024 * 1_024);
  const pauseMs = 1_000 / atLeast(0.001, 'tokensPerSecond', options, Infinity);
  const now = options.now ?? (() => new Date());

  return {
    engine,
    requiresKey: options.keys !== undefined,
    // Async, so that an address or an option that cannot be used rejects, as the platform's does.
    fetch: async (input, init) =>
      handle(input instanceof Request && !init ? input : new Request(input, init)),
  };

  async function handle(request: Request): Promise<Response> {
    const identity = identify(request.headers, engine, now(), corsHeaders(request, allowedOrigins));
    if (isPreflight(request, allowedOrigins)) return preflightResponse(request, identity);
    try {
      return await answer(await admit(request, identity), request.signal);
    } catch (error) {
      request.signal.throwIfAborted();
      return errorResponse(asRefusal(error), identity, request.url, now());
    }
  }

  /** Every check that can be made, before the first header of an answer. */
  async function admit(request: Request, identity: Identity): Promise<Exchange> {
    checkRoute(request);
    checkOrigin(request, allowedOrigins);
    authorize(request);
    const body = await readJsonBody(request, maxRequestBytes);
    return {
      engine,
      identity,
      request: validateChatRequest(body, [hostProfiles.local.model]),
      pauseMs,
    };
  }
}

function checkRoute(request: Request): void {
  const { pathname } = new URL(request.url);
  if (!PATHS.includes(pathname)) throw new Refusal(404, `Cannot ${request.method} ${pathname}`);
  if (request.method !== 'POST') {
    throw new Refusal(405, `Cannot ${request.method} ${pathname}; use POST.`, { allow: 'POST' });
  }
}

/** Zero or NaN would not fail where it is given but much later, as an answer that never comes. */
function atLeast(
  least: number,
  name: 'maxRequestBytes' | 'tokensPerSecond',
  options: LocalServerOptions,
  otherwise: number,
): number {
  const value = options[name] ?? otherwise;
  if (value >= least) return value;
  throw new HermesError(
    `Option ${name} cannot be used: expected a number of at least ${least}, received ${value}.`,
    { code: 'invalid_options', path: name },
  );
}

async function answer(exchange: Exchange, gone: AbortSignal): Promise<Response> {
  const { headers } = exchange.identity;
  const left = new AbortController();
  const signal = AbortSignal.any([gone, left.signal]);
  const rest = generate(exchange, signal);
  // Drawn before the first header is sent: an engine that cannot begin is an error with a status.
  let piece = await rest.next();
  if (exchange.request.stream) {
    const stop = (): void => left.abort();
    return new Response(eventStream(exchange, { first: piece, rest, signal, stop }), {
      headers: {
        ...headers,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache',
      },
    });
  }
  let content = '';
  for (; !piece.done; piece = await rest.next()) content += piece.value;
  return Response.json(shapeCompletion(exchange, content, piece.value), { headers });
}
