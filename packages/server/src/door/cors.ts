import type { Identity } from '../answer/identity.ts';

/** The headers of an answer that a page may read besides the few that a browser shows to any. */
const EXPOSED = [
  'x-inference-id',
  'x-client-request-id',
  'x-aimlapi-credits-used',
  'x-aimlapi-usd-spent',
  'x-hermes4-engine',
  'x-hermes4-upstream',
  'x-hermes4-usage',
  'x-hermes4-resume',
  'retry-after',
  ...['requests', 'tokens', 'usd'].flatMap((unit) => [
    `x-ratelimit-limit-${unit}`,
    `x-ratelimit-remaining-${unit}`,
    `x-ratelimit-reset-${unit}`,
  ]),
].join(', ');

/** What tells a browser that a page of an allowed origin may read the answer; nothing for others. */
export function corsHeaders(
  request: Request,
  allowed: readonly string[],
): Readonly<Record<string, string>> {
  const origin = request.headers.get('origin');
  if (origin === null || !allowed.includes(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': EXPOSED,
    vary: 'origin',
  };
}

/** Whether a browser asks, for a page of an allowed origin, if it may send the real request. */
export function isPreflight({ method, headers }: Request, allowed: readonly string[]): boolean {
  return (
    method === 'OPTIONS' &&
    headers.has('access-control-request-method') &&
    allowed.includes(headers.get('origin') ?? '')
  );
}

/** Lets the real request come; whether it passes is then decided like any other's. */
export function preflightResponse(request: Request, { headers }: Identity): Response {
  const asked = request.headers.get('access-control-request-headers');
  return new Response(null, {
    status: 204,
    headers: {
      ...headers,
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      ...(asked !== null && { 'access-control-allow-headers': asked }),
      'access-control-max-age': '600',
    },
  });
}
