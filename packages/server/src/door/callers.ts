import { ANONYMOUS, type Authorize, type Caller } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import { bearerOf } from './bearer.ts';
import { isTicket } from './ticket-format.ts';

/**
 * Says who sent a request: the caller's id, or an object with it. `false` is somebody who may not call
 * (403), `undefined` or `null` nobody that is known (401). It may throw a `Refusal` with words of its own;
 * whatever else it throws is a 401, and its message stays here. The id is counted by and written to the
 * journal and the metrics: 1 to 200 characters, no control characters, and never a secret.
 */
export type CallerOf = (
  request: Request,
) =>
  | string
  | Caller
  | false
  | null
  | undefined
  | Promise<string | Caller | false | null | undefined>;

/** The ways to be let in; with none of them, everybody is. */
export interface Credentials {
  readonly keys?: readonly string[] | undefined;
  readonly tickets?: { readonly authorize: Authorize } | undefined;
  readonly authorize?: CallerOf | undefined;
}

/** Whether nothing is asked for. */
export function isOpen({ keys, tickets, authorize }: Credentials): boolean {
  return !keys && !tickets && !authorize;
}

/**
 * Lets in whoever carries a ticket, one of the keys, or is known to `authorize`, which is asked last.
 *
 * @throws Refusal 401 or 403.
 */
export function createAuthorize(credentials: Credentials): (request: Request) => Promise<Caller> {
  const { tickets, authorize } = credentials;
  const callers = callersOf(credentials.keys ?? []);
  const open = isOpen(credentials);
  return async (request) => {
    const token = bearerOf(request);
    if (tickets && isTicket(token)) return tickets.authorize(request);
    const caller = callers.get(token);
    if (caller) return caller;
    if (authorize) return identify(authorize, request);
    if (open) return ANONYMOUS;
    throw unauthorized(
      'This request requires a valid API key. Send one of the keys that this server was started with.',
    );
  };
}

/**
 * Asks the server's own function.
 *
 * @throws Refusal 401 or 403.
 */
export async function identify(authorize: CallerOf, request: Request): Promise<Caller> {
  const said = await ask(authorize, request);
  if (said === false) throw new Refusal(403, 'This caller may not call this server.');
  const caller = typeof said === 'string' ? { id: said } : said;
  // An id with line breaks would forge lines in every log that it reaches.
  if (caller && /^\P{C}{1,200}$/u.test(caller.id)) return caller;
  throw unauthorized('This request requires a valid API key.');
}

async function ask(authorize: CallerOf, request: Request): Promise<Awaited<ReturnType<CallerOf>>> {
  try {
    return await authorize(request);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return undefined;
  }
}

/** Names each key by its first eight characters, unless they would give it away or name another, too. */
function callersOf(keys: readonly string[]): ReadonlyMap<string | undefined, Caller> {
  const prefixes = keys.map((key) => key.slice(0, 8));
  return new Map(
    keys.map((key, index) => {
      const prefix = key.slice(0, 8);
      const isTelling = key.length >= 16 && prefixes.filter((one) => one === prefix).length === 1;
      return [key, { id: isTelling ? prefix : `key-${index + 1}` }];
    }),
  );
}

function unauthorized(message: string): Refusal {
  return new Refusal(401, message, { 'www-authenticate': 'Bearer' });
}
