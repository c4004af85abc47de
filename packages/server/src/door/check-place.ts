import { Refusal } from '../refusal.ts';
import { type Host, isLoopback, parseHost } from './host.ts';

/** From where, and under which names, a server may be called. */
export interface PlaceRules {
  /** Origins of pages, as browsers send them. */
  readonly allowedOrigins: readonly string[];
  /** `undefined` allows every name. */
  readonly allowedHosts: readonly Host[] | undefined;
  /** Whether anybody may call, so that the place is all there is to check. */
  readonly isOpen: boolean;
}

/**
 * Turns away requests that came under a name which is not the server's, and pages of other sites. A browser
 * sends `Origin` with every POST; tools send none.
 *
 * @throws Refusal 403.
 */
export function checkPlace(request: Request, rules: PlaceRules): void {
  const url = new URL(request.url);
  const names = [url.host, request.headers.get('host') ?? url.host];
  if (!names.every((name) => isAllowedHost(name, rules.allowedHosts))) {
    throw new Refusal(
      403,
      'Host does not name this server. Allow the name with the option allowedHosts.',
    );
  }
  const origin = request.headers.get('origin');
  if (origin === null || rules.allowedOrigins.includes(origin)) return;
  if (origin === url.origin && isOwnPage(url, rules)) return;
  throw new Refusal(
    403,
    'Pages of other origins may not call this server. Allow them with the option allowedOrigins.',
  );
}

/**
 * A page can let its own name point at this machine, and is then of one origin with the server: where
 * nothing but the place is asked for, an own page must be known by its name.
 */
function isOwnPage({ hostname }: URL, { allowedHosts, isOpen }: PlaceRules): boolean {
  return !isOpen || allowedHosts !== undefined || isLoopback(hostname.replace(/\.$/, ''));
}

function isAllowedHost(header: string, allowed: readonly Host[] | undefined): boolean {
  if (!allowed) return true;
  const host = parseHost(header);
  return allowed.some(
    ({ name, port }) => host?.name === name && (port === '' || port === host.port),
  );
}
