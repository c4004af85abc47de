import { HermesError } from '@hermes4/core';
import { type Credentials, isOpen } from './callers.ts';

/**
 * Makes sure that nobody opens an engine that spends somebody's money to the world by accident: an engine
 * that holds a key needs `keys`, `tickets` or `authorize`, or `allowAnonymous: true` from somebody who
 * knows what stands before the server, such as a port that only this machine reaches. Whether a server
 * in the process is reached from elsewhere cannot be seen from here, so nothing is guessed from it.
 *
 * @throws HermesError `invalid_options`.
 */
export function assertNotOpen(
  engine: { readonly name: string; readonly holdsKey?: boolean | undefined },
  {
    allowAnonymous = false,
    ...credentials
  }: Credentials & { allowAnonymous?: boolean | undefined },
): void {
  if (engine.holdsKey !== true || allowAnonymous || !isOpen(credentials)) return;
  throw new HermesError(
    `The engine ${engine.name} holds a key, and anybody who reaches this server could spend with it. Say who may call with keys, tickets or authorize; or, when nobody else can reach it, set allowAnonymous: true.`,
    { code: 'invalid_options', path: 'allowAnonymous' },
  );
}
