import { isRecord } from '@hermes4/core/internal';
import { fromBase64url, toBase64url } from './base64url.ts';

/** Names the format, so that another can follow it. */
const PREFIX = 'h4t1.';
/** Longer than any ticket that is issued; what is longer is not even hashed. */
const LONGEST = 8_192;

/** What a ticket says; short names, because it travels with every call. */
export interface TicketClaims {
  /** The ticket's own id. */
  readonly id: string;
  /** The subject: who calls. */
  readonly sub: string;
  /** Issued at, in milliseconds since 1970. */
  readonly iat: number;
  /** Expires at, in milliseconds since 1970. */
  readonly exp: number;
  /** The origin whose pages alone may use it. */
  readonly org?: string | undefined;
  readonly models?: readonly string[] | undefined;
  readonly usd?: number | undefined;
}

/** A ticket taken apart, its signature not yet checked. */
export interface ParsedTicket {
  readonly claims: TicketClaims;
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** Whether a token means to be a ticket. */
export function isTicket(token: string | undefined): token is string {
  return token?.startsWith(PREFIX) === true;
}

/** The part of a ticket that is signed. */
export function writeTicket(claims: TicketClaims): string {
  return PREFIX + toBase64url(new TextEncoder().encode(JSON.stringify(claims)));
}

/** Takes a ticket apart; `undefined` for what was never one. */
export function parseTicket(ticket: string): ParsedTicket | undefined {
  const [prefix, payload, signed, ...rest] = ticket.split('.');
  if (ticket.length > LONGEST || `${prefix}.` !== PREFIX || rest.length > 0) return undefined;
  const bytes = fromBase64url(payload ?? '');
  const signature = fromBase64url(signed ?? '');
  const claims = bytes && parseClaims(bytes);
  if (!claims || signature?.length !== 32) return undefined;
  return { claims, signed: new TextEncoder().encode(`${PREFIX}${payload}`), signature };
}

function parseClaims(bytes: Uint8Array): TicketClaims | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isRecord(value) ? (value as unknown as TicketClaims) : undefined;
  } catch {
    return undefined;
  }
}
