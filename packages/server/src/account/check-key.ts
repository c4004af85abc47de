import { Refusal } from '../refusal.ts';
import type { Store, StoredKey } from './store.ts';

const SCOPE = 'model:chat';

/**
 * Holds a key to what it may call.
 *
 * @throws Refusal 403 when chat is not among it.
 */
export function checkScope({ scopes }: StoredKey): void {
  if (scopes === null || scopes.includes(SCOPE)) return;
  throw new Refusal(403, `This key lacks the scope ${SCOPE}. A management key can add it.`);
}

/**
 * Refuses calls that nobody can pay.
 *
 * @throws Refusal 403 in the form and the words that the hosted API was seen to use.
 */
export async function checkBalance(store: Store): Promise<void> {
  if ((await store.balance()) > 0) return;
  throw new Refusal(
    403,
    "You've run out of funds. Please top up the account that this local server keeps.",
    {},
    'Forbidden',
  );
}
