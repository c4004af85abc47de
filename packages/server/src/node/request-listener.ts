import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalServer } from '../create-local-server.ts';
import { serveRequest } from './serve-request.ts';

/** How requests of another server are answered. */
export interface RequestListenerOptions {
  /**
   * How long a reader may take nothing while bytes wait for it, in milliseconds; it is then cut off.
   *
   * @defaultValue 120,000
   */
  readonly readerTimeoutMs?: number | undefined;
}

/**
 * Makes a listener for a Node server of one's own, or for a framework on top of one:
 * `http.createServer(listener)`, Express's `app.use(listener)`. It must come before whatever parses bodies.
 * `Host` is checked by the server's own `allowedHosts` alone, and timeouts are those of the server that it
 * is mounted on. A path that cannot be found gets the server's 404.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { createLocalServer } from '@hermes4/server';
 * import { requestListener } from '@hermes4/server/node';
 *
 * createServer(requestListener(createLocalServer({ keys: ['secret'] }))).listen(3000);
 * ```
 */
export function requestListener(
  server: LocalServer,
  { readerTimeoutMs = 120_000 }: RequestListenerOptions = {},
): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  return (incoming, outgoing) => {
    void serveRequest(server, incoming, outgoing, { onlyThisMachine: false, readerTimeoutMs });
  };
}
