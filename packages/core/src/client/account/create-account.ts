import type { HostProfile } from '../../model/host-profile.ts';
import type { ResolvedOptions } from '../resolve-options.ts';
import { type Billing, createBilling } from './billing.ts';
import { createCallResource } from './call-resource.ts';
import { createKeys, type Keys } from './keys.ts';
import { createLogs, type Logs } from './logs.ts';
import { createModels, type Models } from './models.ts';
import { createUsage, type UsageSums } from './usage.ts';

/** Everything of the hosted API but chat. */
export interface Account {
  /** The host's models. */
  readonly models: Models;
  /** The account's keys at the hosted API. */
  readonly keys: Keys;
  /** The account's balance and ledger at the hosted API. */
  readonly billing: Billing;
  /** What a key of the hosted API spent. */
  readonly usage: UsageSums;
  /** What a key of the hosted API asked. */
  readonly logs: Logs;
}

/** Composes the rooms into the calls. */
export function createAccount(client: ResolvedOptions, host: HostProfile): Account {
  const call = createCallResource(client, client.baseURL ?? host.baseURL);
  return {
    models: createModels(call),
    keys: createKeys(call, client),
    billing: createBilling(call),
    usage: createUsage(call),
    logs: createLogs(call),
  };
}
