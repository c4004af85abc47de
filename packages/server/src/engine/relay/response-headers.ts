import { withoutSecrets } from '@hermes4/core/internal';
import { Refusal } from '../../refusal.ts';

/** What belongs to the connection, to the upstream's own site, or to a body that is no longer compressed. */
const KEPT_BACK = new Set([
  'alt-svc',
  'clear-site-data',
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authentication-info',
  'server',
  'set-cookie',
  'strict-transport-security',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

/** The headers that the caller gets. */
export function responseHeaders(given: Headers, secrets: readonly string[]): Headers {
  const named = (given.get('connection') ?? '').toLowerCase().split(/\s*,\s*/);
  const headers = new Headers();
  for (const [name, value] of given) {
    // Which pages may read an answer is for this server to say.
    const isForeign = name.startsWith('access-control-') || name.startsWith('x-hermes4-');
    if (isForeign || KEPT_BACK.has(name) || named.includes(name)) continue;
    headers.append(name, withoutSecrets(value, secrets));
  }
  return headers;
}

/**
 * Refuses what cannot be passed on.
 *
 * @throws Refusal 502.
 */
export function checkAnswer(status: number, headers: Headers): void {
  // A browser hides the status of a redirect that it does not follow.
  if (status === 0 || (status >= 300 && status < 400)) {
    const location = headers.get('location') ?? '';
    const to = URL.canParse(location) ? ` to ${new URL(location).host}` : '';
    throw new Refusal(
      502,
      `The upstream redirects${to}, and redirects are not followed: they could lead the key elsewhere. Check the relay's baseURL.`,
    );
  }
  if (status < 200 || status > 599) {
    throw new Refusal(
      502,
      `The upstream answered with ${status}, which is no status of an answer.`,
    );
  }
}
