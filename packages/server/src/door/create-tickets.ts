import { HermesError } from '@hermes4/core';
import { atLeast } from '../at-least.ts';
import type { Authorize, Caller } from '../caller.ts';
import { type Clock, systemClock } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import { toBase64url } from './base64url.ts';
import { bearerOf } from './bearer.ts';
import { type ParsedTicket, parseTicket, type TicketClaims, writeTicket } from './ticket-format.ts';

/** How tickets are made. */
export interface TicketOptions {
  /**
   * What tickets are signed with: at least 32 bytes that nobody can guess, such as what `openssl rand
   * -base64 32` prints. Of a list, the first signs and all are accepted: to replace a secret, put the new
   * one first, and drop the old one when its last ticket has expired.
   */
  readonly secret: string | Uint8Array | readonly (string | Uint8Array)[];
  /** How long a ticket is good, in milliseconds. @defaultValue 600,000 (10 minutes) */
  readonly ttlMs?: number | undefined;
  /** @defaultValue the machine's own */
  readonly clock?: Clock | undefined;
  /** Names each ticket. @defaultValue `crypto.randomUUID` */
  readonly newId?: (() => string) | undefined;
}

/** What one ticket is to allow. */
export interface TicketRequest {
  /** Who it is for: limits and budgets count by it. 1 to 200 characters. */
  readonly subject: string;
  /** The origin whose pages alone may use it. @defaultValue anybody who has the ticket */
  readonly origin?: string | undefined;
  /** The only models that it is good for. @defaultValue all of the server's */
  readonly models?: readonly string[] | undefined;
  /** What all calls with it may cost together, in US dollars. @defaultValue no limit of its own */
  readonly usd?: number | undefined;
  /** How long it is good, in milliseconds; never longer than the option. @defaultValue the option */
  readonly ttlMs?: number | undefined;
}

/** A ticket, ready to be handed out. */
export interface IssuedTicket {
  /** What the page sends as `Authorization: Bearer …`, in the place of a key. */
  readonly ticket: string;
  /** From when on it is refused. */
  readonly expiresAt: Date;
}

/** Makes tickets and reads them. */
export interface Tickets {
  /** Makes a ticket. Whom it is given to is for the caller to decide. */
  issue(request: TicketRequest): Promise<IssuedTicket>;
  /**
   * Says whose ticket a request carries.
   *
   * @throws Refusal 401 for one that is missing, forged, expired, not yet good, or for another origin.
   */
  readonly authorize: Authorize;
}

/** How far the clocks of two machines that share a secret may be apart, in milliseconds. */
const LEEWAY = 60_000;
const HMAC = { name: 'HMAC', hash: 'SHA-256' };

/**
 * Makes short-lived tickets, with which a page that has no login and no key may call for a while. A ticket
 * is not secret from the page, cannot be changed by it, and ends by itself; a budget keeps what a stolen
 * one costs small. Signed by HMAC-SHA-256, and checked without a store, so any number of servers can share
 * the secret. A ticket's budget is counted by each server for itself, unless they share a `limitStore`.
 *
 * @throws HermesError `invalid_options` for a secret that is too short or a time that cannot be used.
 * @example
 * ```ts
 * const tickets = createTickets({ secret: process.env.TICKET_SECRET });
 * const { ticket } = await tickets.issue({ subject: user.id, usd: 0.05 });
 * ```
 */
export function createTickets(options: TicketOptions): Tickets {
  const { ttlMs = 600_000, clock = systemClock, newId = () => crypto.randomUUID() } = options;
  atLeast(1, 'ttlMs', ttlMs, 1e12);
  // Imported at first use: a promise that nobody waits for yet must not reject.
  let imported: Promise<CryptoKey[]> | undefined;
  const secrets = [options.secret].flat().map(bytesOf);
  if (secrets.length === 0) throw unusable('secret', 'the list is empty');
  const keys = (): Promise<CryptoKey[]> => (imported ??= Promise.all(secrets.map(keyOf)));

  return {
    async issue({ subject, origin, models, usd, ttlMs: asked = ttlMs }) {
      const iat = clock.now();
      const exp = iat + Math.min(asked, ttlMs);
      const signed = writeTicket({ id: newId(), sub: subject, iat, exp, org: origin, models, usd });
      const [first] = await keys();
      const bytes = new TextEncoder().encode(signed);
      const signature = await crypto.subtle.sign(HMAC, first as CryptoKey, bytes);
      const ticket = `${signed}.${toBase64url(new Uint8Array(signature))}`;
      return { ticket, expiresAt: new Date(exp) };
    },
    async authorize(request) {
      const ticket = parseTicket(bearerOf(request) ?? '');
      if (!ticket || !(await isGenuine(ticket))) throw refused('is none of this server');
      return admit(ticket.claims, request);
    },
  };

  async function isGenuine({ signed, signature }: ParsedTicket): Promise<boolean> {
    for (const key of await keys()) {
      // Compares in constant time; whatever it takes longer for is not the signature.
      if (await crypto.subtle.verify(HMAC, key, signature, signed)) return true;
    }
    return false;
  }

  function admit({ id, sub, iat, exp, org, models, usd }: TicketClaims, request: Request): Caller {
    const now = clock.now();
    if (now >= exp) throw refused('has expired. Ask for another');
    if (iat > now + LEEWAY) throw refused('is not good yet. Check the clocks of the servers');
    if (org !== undefined && !isFrom(org, request)) {
      throw refused('was made for pages of another origin');
    }
    return { id: sub, grant: { id, models, usd, expiresAt: exp } };
  }
}

/** Browsers leave `Origin` out where a page reads from its own origin, and from no other call with a ticket. */
function isFrom(origin: string, { method, headers }: Request): boolean {
  const sent = headers.get('origin');
  return sent === null ? method === 'GET' : sent === origin;
}

function bytesOf(secret: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret.slice();
  if (bytes.length >= 32) return bytes;
  throw unusable('secret', `${bytes.length} bytes can be guessed; use 32 or more`);
}

function keyOf(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, HMAC, false, ['sign', 'verify']);
}

function refused(why: string): Refusal {
  return new Refusal(401, `This request requires a valid ticket. This one ${why}.`, {
    'www-authenticate': 'Bearer',
  });
}

function unusable(path: string, why: string): HermesError {
  return new HermesError(`Option ${path} of createTickets() cannot be used: ${why}.`, {
    code: 'invalid_options',
    path,
  });
}
