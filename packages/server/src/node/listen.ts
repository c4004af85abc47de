import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HermesError } from '@hermes4/core';
import { systemClock } from '../clock.ts';
import type { LocalServer } from '../create-local-server.ts';
import { isLoopback } from '../door/host.ts';
import { createHttp, type HttpOptions } from './create-http.ts';

/** Where to listen, and how long to wait for callers. */
export interface ListenOptions extends HttpOptions {
  /** The TCP port; 0 takes a free one. @defaultValue 4405 */
  port?: number | undefined;
  /**
   * The address to bind. Any but a loopback address needs a server that asks who calls.
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
   * Takes no more connections and resolves when the answers on their way have ended, which is what a process
   * does when it gets SIGTERM. A second call can lose the patience that the first one had.
   *
   * @param options With `timeoutMs`, answers that are still on their way after so many milliseconds are cut
   *   off;
   *   with `force`, at once.
   */
  close(options?: CloseOptions): Promise<void>;
}

/** How long answers on their way may take. */
export interface CloseOptions {
  /** In milliseconds. @defaultValue as long as they take */
  timeoutMs?: number | undefined;
  /** Cuts them off at once. @defaultValue `false` */
  force?: boolean | undefined;
}

/**
 * Puts a local server on a TCP port of this machine. On a loopback address, `Host` must name this machine,
 * unless the server has a list of its own, `allowedHosts`. One server may listen on several ports.
 *
 * @param server What answers.
 * @param options All optional; see each for its default.
 * @throws HermesError `invalid_options` when the address is not a loopback one and the server does not ask
 *   who calls; Node's own error when the address cannot be bound, such as `EADDRINUSE` for a taken port.
 * @example
 * ```ts
 * import { createLocalServer } from '@hermes4/server';
 * import { listen } from '@hermes4/server/node';
 *
 * const listening = await listen(createLocalServer(), { port: 0 });
 * process.once('SIGTERM', () => listening.close({ timeoutMs: 10_000 }));
 * console.log(listening.baseURL);
 * ```
 */
export async function listen(
  server: LocalServer,
  { port = 4405, host = '127.0.0.1', ...options }: ListenOptions = {},
): Promise<Listening> {
  const isPrivate = isLoopback(host);
  if (!isPrivate && !server.requiresKey) {
    throw new HermesError(
      `Refusing to listen on ${host} without keys: anybody who reaches this machine could call. Pass keys to createLocalServer(), or listen on 127.0.0.1.`,
      { code: 'invalid_options', path: 'host' },
    );
  }
  const onlyThisMachine = isPrivate && !server.checksHost;
  const { http, hangUp } = createHttp(server, { ...options, onlyThisMachine });
  // A queue of 511, Node's own, makes callers wait for seconds when a thousand come at once.
  http.listen({ port, host, backlog: 4_096 });
  await once(http, 'listening');
  const origin = originOf(http.address() as AddressInfo);
  return { origin, baseURL: `${origin}/v1`, close: closer(http, hangUp) };
}

function originOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** Closing twice is one closing. */
function closer(http: Server, hangUp: () => void): Listening['close'] {
  let closed: Promise<void> | undefined;
  return ({ timeoutMs = Infinity, force = false } = {}) => {
    closed ??= new Promise((resolve) => http.close(() => resolve()));
    hangUp();
    const cut = (): void => http.closeAllConnections();
    if (force) cut();
    else if (timeoutMs < Infinity) void closed.then(systemClock.after(timeoutMs, cut));
    return closed;
  };
}
