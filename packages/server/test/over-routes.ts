import { errorResponse } from '../src/answer/error-body.ts';
import { identify } from '../src/answer/identity.ts';
import type { Route } from '../src/call.ts';
import type { Clock } from '../src/clock.ts';
import { asRefusal, Refusal } from '../src/refusal.ts';

const ENGINE = { name: 'none', fingerprint: 'none-1', tokenCounts: 'exact' } as const;

/** A `fetch` that knows some routes and nothing else. */
export function fetchOver(routes: readonly Route[], clock: Clock): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const identity = identify(request.headers, ENGINE, new Date(clock.now()));
    try {
      for (const { method, path, handle } of routes) {
        const params = method === request.method ? match(path, url.pathname) : undefined;
        if (params) return await handle({ request, url, params, identity });
      }
      throw new Refusal(404, `Cannot ${request.method} ${url.pathname}`);
    } catch (error) {
      return errorResponse(asRefusal(error), identity, request.url, new Date(clock.now()));
    }
  };
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const source = pattern.replace(/:(\w+)\*$/, '(?<$1>.+)').replace(/:(\w+)/g, '(?<$1>[^/]+)');
  const found = new RegExp(`^${source}$`).exec(path);
  if (!found) return undefined;
  return Object.fromEntries(
    Object.entries(found.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]),
  );
}
