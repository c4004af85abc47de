import { hashOf, prefixOf } from './key-secret.ts';
import type { StoredKey } from './store.ts';

/** A key as it is kept: enabled, unnamed, unlimited. */
export async function storedKey(
  secret: string,
  createdAt: number,
  wanted: Partial<Pick<StoredKey, 'name' | 'limit' | 'scopes' | 'isManagement'>> = {},
): Promise<StoredKey> {
  return {
    hash: await hashOf(secret),
    prefix: prefixOf(secret),
    isManagement: false,
    name: null,
    disabled: false,
    scopes: null,
    limit: null,
    createdAt,
    updatedAt: createdAt,
    ...wanted,
  };
}
