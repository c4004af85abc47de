import { createHermes, type Hermes } from '@hermes4/browser/react';
import type { Connection } from '../connection/connection.ts';
import { reach } from '../connection/connection-fetch.ts';

/** A client of whoever answers. The key is put on by the `fetch` that goes to its host alone, and is nowhere else. */
export function createClient(connection: Connection): Hermes {
  const host = connection.kind === 'in-page' ? undefined : connection.host;
  return createHermes({ ...(host !== undefined && { host }), ...reach(connection), resume: false });
}
