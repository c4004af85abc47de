import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { errorResponse } from '../answer/error-body.ts';
import { identify } from '../answer/identity.ts';
import type { LocalServer } from '../create-local-server.ts';
import { Refusal } from '../refusal.ts';
import { hostName, isLoopback } from './loopback.ts';
import { bodyOf, headersOf, hostOf, targetOf, toRequest } from './to-request.ts';

/** Answers one Node request with a Web handler, as fast as the caller reads and no longer than it stays. */
export async function serveRequest(
  server: LocalServer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { onlyThisMachine }: { readonly onlyThisMachine: boolean },
): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  const body = bodyOf(incoming);
  try {
    const request = admit(incoming, body.stream, { signal: gone.signal, onlyThisMachine });
    const response =
      request instanceof Refusal
        ? refusalResponse(request, server, incoming)
        : await server.fetch(request);
    body.discard();
    await write(response, outgoing);
  } catch {
    // The caller has gone.
    outgoing.destroy();
  }
}

function admit(
  incoming: IncomingMessage,
  body: ReadableStream<Uint8Array>,
  { signal, onlyThisMachine }: { signal: AbortSignal; onlyThisMachine: boolean },
): Request | Refusal {
  // A page can make its own name point at 127.0.0.1; the name it used still stands in Host.
  if (onlyThisMachine && !isLoopback(hostName(hostOf(incoming)))) {
    return new Refusal(403, 'This server answers to localhost only; Host names something else.');
  }
  try {
    return toRequest(incoming, body, signal);
  } catch {
    return new Refusal(400, 'The method or the Host header cannot be used.');
  }
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

async function write(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (!response.body) {
    outgoing.end();
    return;
  }
  await pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing);
}
