import {
  createHermes as createCoreHermes,
  type Hermes,
  HermesError,
  type HermesOptions,
  type Interceptor,
} from '@hermes4/core';
import { type LazyTickets, lazyTickets } from './lazy-tickets.ts';
import { stopOnPageHide } from './stop-on-page-hide.ts';
import type { TicketSource } from './ticket.ts';
import { withResume } from './with-resume.ts';

/** How a page's client is set up. */
export interface BrowserHermesOptions extends HermesOptions {
  /**
   * Where the relay's API begins; a path is one of the page's own origin.
   *
   * @defaultValue `/v1`, or with `apiKey` or `host` that host's own address
   */
  baseURL?: string | undefined;
  /** Where the page gets its tickets, for a relay that asks for them. */
  ticket?: TicketSource | undefined;
  /**
   * Whether a streamed answer goes on after a lost connection, where the relay can: nothing is lost, said twice or
   * paid for twice. Stopping a call then tells the relay so. Relays of other origins are not asked
   * for it, because that would cost a preflight; one that offers it by itself is taken at its word.
   *
   * @defaultValue `true`
   */
  resume?: boolean | undefined;
  /**
   * Stops every call when the page is left, with an `AbortError`.
   *
   * @defaultValue `false`: a relay gives up by itself when nobody comes back
   */
  abortOnPageHide?: boolean | undefined;
  /**
   * Allows `apiKey`. Everybody who opens the page can read the key, and spend with it, so it is for pages on your own
   * machine, and for keys that the user typed in.
   *
   * @defaultValue `false`
   */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** Stands for the page's address where there is no page, such as while it is rendered on a server. */
const NOWHERE = 'http://no-page.invalid';

/**
 * Makes a client for a page. It asks a relay on the page's own origin, such as `@hermes4/server` beside your
 * site, and needs no key: keys stay on the server.
 *
 * It may be made where there is no page, to render one on a server; calls there fail, and say why.
 *
 * @param options All optional; see each for its default.
 * @throws HermesError `invalid_options` when an option cannot be used, above all a key without
 *   `dangerouslyAllowBrowser`.
 * @example
 * ```ts
 * import { createHermes } from '@hermes4/browser';
 *
 * const hermes = createHermes({ ticket: { url: '/tickets' } });
 * const stream = hermes.chat.completions.stream({ messages: [{ role: 'user', content: 'Hello' }] });
 * for await (const part of stream) {
 *   if (part.type === 'text-delta') document.body.append(part.text);
 * }
 * ```
 */
export function createHermes(options: BrowserHermesOptions = {}): Hermes {
  const { ticket, resume, abortOnPageHide, dangerouslyAllowBrowser, ...core } = options;
  checkKey(options);
  const origin = pageOrigin();
  const tickets = ticket && lazyTickets(ticket, core);
  const hermes = createCoreHermes({
    ...core,
    baseURL: addressOf(options, origin),
    interceptors: [
      ...(options.interceptors ?? []),
      onPage,
      tickets && withTicket(tickets),
      resume !== false && withResume({ ...core, tickets, origin }),
    ].filter((one) => !!one),
  });
  if (!abortOnPageHide || typeof addEventListener !== 'function') return hermes;
  return { ...hermes, chat: { completions: stopOnPageHide(hermes.chat.completions, globalThis) } };
}

/** Pages of files and of sandboxes have no origin that could be asked. */
function pageOrigin(): string | undefined {
  const origin = (globalThis as { location?: Location }).location?.origin;
  return origin?.startsWith('http') ? origin : undefined;
}

function addressOf(
  { baseURL, apiKey, host }: BrowserHermesOptions,
  origin: string = NOWHERE,
): string | undefined {
  const given = baseURL ?? (apiKey === undefined && host === undefined ? '/v1' : undefined);
  // What is neither a path nor an address is for core to refuse.
  return given !== undefined && URL.canParse(given, origin) ? new URL(given, origin).href : given;
}

const withTicket =
  (tickets: LazyTickets): Interceptor =>
  (next) =>
  async (request) =>
    (await tickets()).send(request, next);

const onPage: Interceptor = (next) => async (request) => {
  if (!request.url.startsWith(NOWHERE)) return next(request);
  throw unusable('baseURL', 'a path needs a page with an origin to call from, and here is none');
};

function checkKey({ apiKey, dangerouslyAllowBrowser, ticket }: BrowserHermesOptions): void {
  if (apiKey === undefined) return;
  if (ticket) throw unusable('ticket', 'a call has a ticket or a key, not both');
  if (dangerouslyAllowBrowser) return;
  throw unusable(
    'apiKey',
    'everybody who opens the page could read it and spend with it. Leave it out, and on your server, behind a relay such as @hermes4/server. For a page that only you open, set dangerouslyAllowBrowser: true',
  );
}

function unusable(path: keyof BrowserHermesOptions, why: string): HermesError {
  return new HermesError(`Option ${path} cannot be used: ${why}.`, {
    code: 'invalid_options',
    path,
  });
}
