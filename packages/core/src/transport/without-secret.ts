import { HermesError } from '../errors/hermes-error.ts';

/** Shorter words, such as the `EMPTY` of a local server, are no secrets and may stand in any sentence. */
const SHORTEST_SECRET = 8;

/**
 * The same error without the key that was sent: hosts, proxies and a `fetch` of the caller's own may
 * repeat it in their messages.
 *
 * @param authorization The header as it was sent, such as `Bearer …`.
 */
export function withoutSecret(error: HermesError, authorization: string | undefined): HermesError {
  const secret = authorization?.split(' ').at(-1);
  if (secret === undefined || secret.length < SHORTEST_SECRET) return error;
  const { code, status, message, cause, requestId, retryAfterMs, path, partial } = error;
  const holds = (text: unknown): boolean => typeof text === 'string' && text.includes(secret);
  const isCauseClean = !causes(cause).some((text) => holds(text));
  if (!holds(message) && !holds(requestId) && !holds(path) && isCauseClean) return error;
  const clean = (text: string | undefined): string | undefined => text?.replaceAll(secret, '[key]');
  return new HermesError(clean(message) ?? '', {
    code,
    status,
    retryAfterMs,
    partial,
    requestId: clean(requestId),
    path: clean(path),
    ...(isCauseClean && { cause }),
  });
}

/** Everything that printing an error would show of what lies beneath it. */
function causes(error: unknown): string[] {
  const texts: string[] = [];
  const seen = new Set<unknown>();
  let inner = error;
  while (inner instanceof Error && !seen.has(inner)) {
    seen.add(inner);
    texts.push(String(inner), inner.stack ?? '', ...Object.values(inner).map(String));
    inner = inner.cause;
  }
  if (typeof inner === 'string') texts.push(inner);
  return texts;
}
