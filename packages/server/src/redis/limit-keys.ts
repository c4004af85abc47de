import { toBase64url } from '../door/base64url.ts';
import type { Wanted } from '../door/limit-store.ts';

/**
 * Names what a call is counted by: first the calls underway, then each draw. The braces put all that is one caller's
 * onto one machine of a cluster; callers and tickets are named by digests, since they may be addresses or people.
 */
export async function limitKeys(prefix: string, wanted: Wanted): Promise<string[]> {
  const { scope, caller, draws } = wanted;
  const base = `${prefix}:${scope}:{${await digestOf(caller)}}`;
  const names = draws.map(async ({ unit, ticket }) =>
    ticket === undefined ? `${base}:${unit}` : `${base}:ticket:${await digestOf(ticket)}:${unit}`,
  );
  return [`${base}:calls`, ...(await Promise.all(names))];
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return toBase64url(new Uint8Array(digest, 0, 16));
}
