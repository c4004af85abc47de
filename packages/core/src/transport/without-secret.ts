import { HermesError, type HermesErrorDetails } from '../errors/hermes-error.ts';
import { causesOf } from './causes-of.ts';

/** Shorter words, such as the `EMPTY` of a local server, are no secrets and may stand in any sentence. */
const SHORTEST_SECRET = 8;

/**
 * The same error without the key that was sent, nor a cause that may hold it: hosts, proxies and a `fetch` of the caller's own may
 * repeat it in their messages.
 *
 * @param authorization The header as it was sent, such as `Bearer …`.
 */
export function withoutSecret(error: HermesError, authorization: string | undefined): HermesError {
  const secret = authorization?.split(' ').at(-1);
  if (secret === undefined || secret.length < SHORTEST_SECRET) return error;
  const { message, cause, requestId, path } = error;
  const said = [message, requestId, path, ...causesOf(cause).flatMap(textsOf)];
  if (!said.some((text) => text?.includes(secret))) return error;
  const clean = (text: string): string => text.replaceAll(secret, '[key]');
  return new HermesError(clean(message), {
    ...(error as HermesErrorDetails),
    requestId: requestId && clean(requestId),
    path: path && clean(path),
  });
}

/** Everything that printing one of the causes would show. */
function textsOf(cause: unknown): string[] {
  if (!(cause instanceof Error)) return typeof cause === 'string' ? [cause] : [];
  return [cause, cause.stack, ...(Object.values(cause) as unknown[])].map(String);
}
