import { Refusal } from '../refusal.ts';

/** Decides whether a request may pass. */
export type Authorize = (request: Request) => void;

/**
 * Lets in whoever carries one of the keys; with no list, everybody.
 *
 * @throws Refusal 401, in the hosted API's words.
 */
export function authorizeKeys(keys: readonly string[] | undefined): Authorize {
  if (!keys) return () => undefined;
  const known = new Set(keys);
  return (request) => {
    const [, key] = /^bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
    if (key !== undefined && known.has(key)) return;
    throw new Refusal(
      401,
      'This request requires a valid API key. Send one of the keys that this server was started with.',
      { 'www-authenticate': 'Bearer' },
    );
  };
}

/**
 * Turns away pages of other sites. A browser sends `Origin` with every POST; tools send none.
 *
 * @throws Refusal 403.
 */
export function checkOrigin(request: Request, allowed: readonly string[]): void {
  const origin = request.headers.get('origin');
  if (origin === null || origin === new URL(request.url).origin || allowed.includes(origin)) return;
  throw new Refusal(
    403,
    'Pages of other origins may not call this server. Allow them with the option allowedOrigins.',
  );
}
