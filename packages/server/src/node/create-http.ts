import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { LocalServer } from '../create-local-server.ts';
import { answerClientError } from './client-error.ts';
import { serveRequest } from './serve-request.ts';

/** How patient a server is with its callers, and how much of headers it takes. */
export interface HttpOptions {
  /**
   * How long the headers of a request may take, in milliseconds; then 408. A server with more to do than it can counts
   * the time that it left them unread, too.
   *
   * @defaultValue 60,000
   */
  headersTimeoutMs?: number | undefined;
  /**
   * How long a connection is kept for a next request, in milliseconds. A request that is sent at the moment in which it
   * ends is lost, so keep it longer than callers pause.
   *
   * @defaultValue 60,000
   */
  keepAliveTimeoutMs?: number | undefined;
  /**
   * How long a reader may take nothing while bytes wait for it, in milliseconds; it is then cut off.
   *
   * @defaultValue 120,000
   */
  readerTimeoutMs?: number | undefined;
  /** The most bytes that the headers of a request may have; then 431. @defaultValue 16,384 */
  maxHeaderBytes?: number | undefined;
}

/** A server that does not listen yet. */
export interface Http {
  readonly http: Server;
  /**
   * Ends connections that never asked for anything, as browsers open them in advance. Node does not count
   * them as idle and would wait for them.
   */
  readonly hangUp: () => void;
}

/** Makes a Node server of a Web handler. */
export function createHttp(
  server: LocalServer,
  options: HttpOptions & { readonly onlyThisMachine: boolean },
): Http {
  const { headersTimeoutMs = 60_000, keepAliveTimeoutMs = 60_000, maxHeaderBytes } = options;
  const { onlyThisMachine, readerTimeoutMs = 120_000 } = options;
  const silent = new Set<Socket>();
  const answers = new WeakMap<Socket, ServerResponse>();
  const http = createServer(
    {
      headersTimeout: headersTimeoutMs,
      // How often Node looks for connections that are too late.
      connectionsCheckingInterval: Math.min(headersTimeoutMs, 5_000),
      keepAliveTimeout: keepAliveTimeoutMs,
      ...(maxHeaderBytes !== undefined && { maxHeaderSize: maxHeaderBytes }),
    },
    (request, response) => {
      silent.delete(request.socket);
      answers.set(request.socket, response);
      // Once closing, a connection that is kept alive would hold the server until it times out.
      response.once('close', () => http.listening || http.closeIdleConnections());
      void serveRequest(server, request, response, { onlyThisMachine, readerTimeoutMs });
    },
  );
  http.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  http.on('clientError', (error, socket: Socket) => {
    const answer = answers.get(socket);
    const isAnswering = answer?.headersSent === true && !answer.writableFinished;
    // Words in the middle of an answer would pass for a part of it.
    if (isAnswering || !socket.writable) socket.destroy();
    else void answerClientError(error, socket, server.engine);
  });
  return {
    http,
    hangUp: () => {
      for (const socket of silent) socket.destroy();
    },
  };
}
