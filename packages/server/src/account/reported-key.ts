import { Refusal } from '../refusal.ts';
import type { AccountContext } from './account-context.ts';
import type { Query } from './read-query.ts';
import type { StoredKey } from './store.ts';

/**
 * The prefix of the key that a report is about: its own, or with a management key any of the account.
 *
 * @throws Refusal 403 for another key's figures, 404 when the account has no such key.
 */
export async function reportedKey(
  { store }: AccountContext,
  asking: StoredKey,
  { key_prefix: prefix = asking.prefix }: Query,
): Promise<string> {
  if (prefix === asking.prefix) return asking.prefix;
  if (!asking.isManagement) throw new Refusal(403, "Another key's figures need a management key.");
  const key = (await store.keys()).find((each) => each.prefix === prefix);
  if (key) return key.prefix;
  throw new Refusal(404, 'No key of the account has this prefix.');
}
