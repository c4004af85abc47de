import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorResponse } from '../answer/error-body.ts';
import { identify } from '../answer/identity.ts';
import type { LocalServer } from '../create-local-server.ts';
import { isLoopback, parseHost } from '../door/host.ts';
import { Refusal } from '../refusal.ts';
import { bodyOf, headersOf, hostOf, targetOf, toRequest } from './to-request.ts';
import { writeResponse } from './write-response.ts';

/** How one request is served. */
export interface ServeOptions {
  /** Whether `Host` must name this machine. */
  readonly onlyThisMachine: boolean;
  /** How long a reader may take nothing while bytes wait for it, in milliseconds. */
  readonly readerTimeoutMs: number;
}

/** Answers one Node request with a Web handler, as fast as the caller reads and no longer than it stays. */
export async function serveRequest(
  server: LocalServer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { onlyThisMachine, readerTimeoutMs }: ServeOptions,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  // Silence alone is no reason: the model may be thinking.
  outgoing.setTimeout(readerTimeoutMs, () => {
    if (outgoing.writableLength > 0) outgoing.destroy();
  });
  const isRead = incoming.readableDidRead;
  const body = bodyOf(incoming);
  try {
    const refusal = findRefusal(incoming, { onlyThisMachine, isRead });
    const request = refusal ?? read(incoming, body.stream, gone.signal);
    const response =
      request instanceof Refusal
        ? refusalResponse(request, server, incoming)
        : await server.fetch(request);
    body.discard();
    await writeResponse(response, outgoing);
  } catch {
    // The caller has gone.
    outgoing.destroy();
  }
}

function findRefusal(
  incoming: IncomingMessage,
  { onlyThisMachine, isRead }: { readonly onlyThisMachine: boolean; readonly isRead: boolean },
): Refusal | undefined {
  const host = parseHost(hostOf(incoming));
  if (!host) return unusable();
  // A page can make its own name point at 127.0.0.1; the name it used still stands in Host.
  if (onlyThisMachine && !isLoopback(host.name)) {
    return new Refusal(403, 'This server answers to localhost only; Host names something else.');
  }
  if (!isRead) return undefined;
  return new Refusal(
    500,
    'The body was read before it came here: mount this server before whatever parses bodies, such as express.json().',
  );
}

function read(
  incoming: IncomingMessage,
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Request | Refusal {
  try {
    return toRequest(incoming, body, signal);
  } catch {
    return unusable();
  }
}

function unusable(): Refusal {
  return new Refusal(400, 'The method or the Host header cannot be used.');
}

function refusalResponse(
  refusal: Refusal,
  { engine }: LocalServer,
  incoming: IncomingMessage,
): Response {
  const now = new Date();
  const identity = identify(headersOf(incoming), engine, now);
  return errorResponse(refusal, identity, `http://localhost${targetOf(incoming)}`, now);
}
