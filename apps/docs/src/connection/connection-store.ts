import { useSyncExternalStore } from 'react';
import { type Connection, IN_PAGE } from './connection.ts';

let current: Connection = IN_PAGE;
const listeners = new Set<() => void>();

/**
 * Remembers who answers for as long as the page is open: in memory alone, so that a key is in no storage, no cookie
 * and no address, and is gone with the tab.
 */
export function connect(connection: Connection): void {
  current = connection;
  for (const listener of listeners) listener();
}

export function currentConnection(): Connection {
  return current;
}

/** Who answers what runs in this page. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, currentConnection, () => IN_PAGE);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
