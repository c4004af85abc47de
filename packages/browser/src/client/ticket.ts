import {
  type ErrorCode,
  type Fetch,
  HermesError,
  type HttpRequest,
  isHermesError,
  type Send,
} from '@hermes4/core';
import { type PagePorts, pageFetch, pageRuntime } from './page.ts';

/** What a relay gives a page in the place of a key, as its ticket route answers. */
export interface Ticket {
  /** What is sent as `Authorization: Bearer …`. */
  readonly ticket: string;
  /** When it ends, in ISO 8601. @defaultValue never, as far as the page knows */
  readonly expires_at?: string | undefined;
}

/**
 * Where a page gets its tickets: a route of the relay that answers `POST` with a {@link Ticket}, or a function
 * of the page's own.
 */
export type TicketSource = TicketRoute | (() => Promise<Ticket>);

/** A route of the relay that gives out tickets. */
export interface TicketRoute {
  /** Its address; a path is one of the page's own origin. */
  readonly url: string;
}

/** The ticket of a client. It lives in memory and nowhere else. */
export interface Tickets {
  /** The ticket to send now; calls that need one at the same time share it. */
  current(): Promise<string>;
  /** Takes a ticket out of use that the relay has refused. */
  drop(ticket: string): void;
  /** Sends a call with a ticket, and once more with another when the relay refuses the first. */
  send(request: HttpRequest, next: Send): Promise<Response>;
}

/** A ticket is renewed so long before its end that a call which begins now is still let in. */
const MARGIN = 30_000;

/** Fetches a ticket when one is first needed, and another before that one ends. */
export function createTickets(
  source: TicketSource,
  { fetch = pageFetch, runtime = pageRuntime }: PagePorts,
): Tickets {
  let held: { readonly ticket: string; readonly renewAt: number } | undefined;
  let coming: Promise<string> | undefined;
  return { current, drop, send };

  async function current(): Promise<string> {
    if (held && runtime.now() < held.renewAt) return held.ticket;
    return (coming ??= renew().finally(() => (coming = undefined)));
  }

  function drop(ticket: string): void {
    if (held?.ticket === ticket) held = undefined;
  }

  async function send(request: HttpRequest, next: Send): Promise<Response> {
    const ticket = await current();
    try {
      return await next(authorized(request, ticket));
    } catch (error) {
      if (!isHermesError(error) || error.status !== 401) throw error;
      drop(ticket);
      return next(authorized(request, await current()));
    }
  }

  async function renew(): Promise<string> {
    const given: unknown = await (typeof source === 'function' ? source() : ask(source.url, fetch));
    const { ticket, expires_at } = (given ?? {}) as Partial<Ticket>;
    if (typeof ticket !== 'string' || !/^[\x21-\x7e]+$/.test(ticket)) {
      throw failed('unexpected_response', 'expected {"ticket": "…", "expires_at": "…"}');
    }
    const now = runtime.now();
    const left = Date.parse(expires_at ?? '') - now;
    // A new ticket that seems to be over says only that the page's clock is wrong: a 401 will tell.
    held = { ticket, renewAt: left > 0 ? now + left - Math.min(MARGIN, left / 2) : Infinity };
    return ticket;
  }
}

function authorized(request: HttpRequest, ticket: string): HttpRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${ticket}` } };
}

async function ask(url: string, fetch: Fetch): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, { method: 'POST' });
  } catch (cause) {
    throw failed('connection_failed', `${url} could not be reached`, { cause });
  }
  const { ok, status } = response;
  if (!ok) {
    // Nobody reads what else it says, and its connection should be free again.
    void response.body?.cancel().catch(() => undefined);
    throw failed(codeOf(status), `${url} answered with status ${status}`, { status });
  }
  return response.json().catch(() => undefined);
}

function codeOf(status: number): ErrorCode {
  if (status === 429) return 'rate_limited';
  if (status >= 500) return 'overloaded';
  return status === 403 ? 'forbidden' : 'unauthorized';
}

function failed(
  code: ErrorCode,
  why: string,
  more: { readonly status?: number; readonly cause?: unknown } = {},
): HermesError {
  return new HermesError(`No ticket was given: ${why}.`, { code, ...more });
}
