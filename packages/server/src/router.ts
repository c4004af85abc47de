import type { Route } from './call.ts';
import { Refusal } from './refusal.ts';

/** A route, and what the names in its path stand for. */
export interface FoundRoute {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a request. */
export type Router = (method: string, pathname: string) => FoundRoute;

/**
 * Makes a router; of several routes that fit, the first is found.
 *
 * @throws Refusal 404 for a path that nobody has, 405 for one that has another method; both in the words of the
 *   framework that the hosted API runs on.
 */
export function createRouter(routes: readonly Route[]): Router {
  const patterns = routes.map((route) => ({ route, pattern: patternOf(route.path) }));
  return (asked, pathname) => {
    // What `curl -I` asks for: the platform leaves the body away.
    const method = asked === 'HEAD' ? 'GET' : asked;
    const allowed: string[] = [];
    for (const { route, pattern } of patterns) {
      const match = pattern.exec(pathname);
      if (!match) continue;
      if (route.method === method) return { route, params: decoded(match.groups ?? {}, pathname) };
      allowed.push(route.method);
    }
    if (allowed.length === 0) throw new Refusal(404, `Cannot ${asked} ${pathname}`);
    const words = `Cannot ${asked} ${pathname}; use ${allowed.join(' or ')}.`;
    throw new Refusal(405, words, { allow: allowed.join(', ') });
  };
}

function patternOf(path: string): RegExp {
  const source = path
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(
      /:(\w+)(\*?)/g,
      (_, name: string, rest: string) => `(?<${name}>${rest ? '.+' : '[^/]+'})`,
    );
  return new RegExp(`^${source}$`);
}

function decoded(
  groups: Readonly<Record<string, string>>,
  pathname: string,
): Record<string, string> {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    throw new Refusal(400, `The path cannot be decoded: ${pathname}`);
  }
}
