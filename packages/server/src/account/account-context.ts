import type { Clock } from '../clock.ts';
import type { Authenticate } from './authenticate.ts';
import type { NamesOf } from './metrics.ts';
import type { Store } from './store.ts';

/** What the routes of an account share. */
export interface AccountContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  readonly namesOf: NamesOf;
}
