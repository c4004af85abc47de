import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalServer } from '../create-local-server.ts';
import { isLoopback } from './loopback.ts';
import { serveRequest } from './serve-request.ts';

/** Where to listen. */
export interface ListenOptions {
  /** The TCP port; 0 takes a free one. @defaultValue 4405 */
  port?: number | undefined;
  /**
   * The address to bind. Any but a loopback address needs a server that asks for keys.
   *
   * @defaultValue `127.0.0.1`
   */
  host?: string | undefined;
}

/** A server that is listening. */
export interface Listening {
  /** Where it is reached, without a path: `http://127.0.0.1:4405`. */
  readonly origin: string;
  /** What a client takes as `baseURL`: `http://127.0.0.1:4405/v1`. */
  readonly baseURL: string;
  /**
   * Takes no more connections and resolves when the answers on their way have ended.
   *
   * @param options With `force`, answers on their way are cut off instead.
   */
  close(options?: { force?: boolean | undefined }): Promise<void>;
}

/**
 * Puts a local server on a TCP port of this machine.
 *
 * @param server What answers.
 * @param options All optional; see each for its default.
 * @throws Error when the address is not a loopback one and the server asks for no key, or when the
 *   port is taken (`code` is then `EADDRINUSE`).
 * @example
 * ```ts
 * import { createLocalServer } from '@hermes4/server';
 * import { listen } from '@hermes4/server/node';
 *
 * const listening = await listen(createLocalServer(), { port: 0 });
 * console.log(listening.baseURL);
 * await listening.close();
 * ```
 */
export async function listen(
  server: LocalServer,
  { port = 4405, host = '127.0.0.1' }: ListenOptions = {},
): Promise<Listening> {
  const onlyThisMachine = isLoopback(host);
  if (!onlyThisMachine && !server.requiresKey) {
    throw new Error(
      `Refusing to listen on ${host} without keys: anybody who reaches this machine could call. Pass keys to createLocalServer(), or listen on 127.0.0.1.`,
    );
  }
  const http = createServer((request, response) => {
    void serveRequest(server, request, response, { onlyThisMachine });
  });
  http.listen(port, host);
  await once(http, 'listening');
  const origin = originOf(http.address() as AddressInfo);
  return { origin, baseURL: `${origin}/v1`, close: ({ force } = {}) => close(http, force) };
}

function originOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function close(http: Server, force = false): Promise<void> {
  const closed = once(http, 'close');
  http.close();
  if (force) http.closeAllConnections();
  await closed;
}
