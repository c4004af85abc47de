import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { HermesError } from '@hermes4/core';
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
 * @throws HermesError `invalid_options` when the address is not a loopback one and the server asks for
 *   no key; Node's own error when the address cannot be bound, such as `EADDRINUSE` for a taken port.
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
    throw new HermesError(
      `Refusing to listen on ${host} without keys: anybody who reaches this machine could call. Pass keys to createLocalServer(), or listen on 127.0.0.1.`,
      { code: 'invalid_options', path: 'host' },
    );
  }
  const silent = new Set<Socket>();
  const http = createServer((request, response) => {
    silent.delete(request.socket);
    // Once closing, a connection that is kept alive would hold the server until it times out.
    response.once('close', () => http.listening || http.closeIdleConnections());
    void serveRequest(server, request, response, { onlyThisMachine });
  });
  http.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  http.listen(port, host);
  await once(http, 'listening');
  const origin = originOf(http.address() as AddressInfo);
  return { origin, baseURL: `${origin}/v1`, close: closer(http, silent) };
}

function originOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/**
 * Closing twice is one closing; the second call may lose patience with the answers on their way.
 *
 * @param silent Connections that never asked for anything, as browsers open them in advance. Node does
 *   not count them as idle and would wait for them.
 */
function closer(http: Server, silent: ReadonlySet<Socket>): Listening['close'] {
  let closed: Promise<void> | undefined;
  return ({ force = false } = {}) => {
    closed ??= new Promise((resolve) => http.close(() => resolve()));
    for (const socket of silent) socket.destroy();
    if (force) http.closeAllConnections();
    return closed;
  };
}
