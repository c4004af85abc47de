import { Refusal } from '../refusal.ts';
import { hashOf } from './key-secret.ts';
import type { Store, StoredKey } from './store.ts';

/** Which kind of key a request needs. */
export type KeyKind = 'regular' | 'management' | 'any';

/** Finds the key that a request carries. */
export type Authenticate = (request: Request, kind: KeyKind) => Promise<StoredKey>;

const WRONG_KIND = {
  regular: 'This request requires a regular API key; a management key is refused.',
  management:
    'This request requires a management key. A regular API key neither sees nor changes the keys of the account.',
};

/**
 * Knows the keys of an account, once it is open.
 *
 * @returns What throws a Refusal: 401 in the hosted API's words for a key that is missing, unknown,
 *   deleted or disabled, 403 for one of the wrong kind.
 */
export function createAuthenticate(store: Store, opened: Promise<unknown>): Authenticate {
  return async (request, kind) => {
    await opened;
    const [, secret] = /^bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
    const key = secret === undefined ? undefined : await store.findKey(await hashOf(secret));
    // One answer for all: whether a key exists is nobody's business who does not hold it.
    if (!key || key.disabled) {
      throw new Refusal(
        401,
        'This request requires a valid API key. Send an enabled key of the account that this local server keeps.',
        { 'www-authenticate': 'Bearer' },
      );
    }
    if (kind !== 'any' && key.isManagement !== (kind === 'management'))
      throw new Refusal(403, WRONG_KIND[kind]);
    return key;
  };
}
