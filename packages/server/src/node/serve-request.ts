import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { LocalServer } from '../create-local-server.ts';
import { hostName, isLoopback } from './loopback.ts';

/** Answers one Node request with a Web handler, as fast as the caller reads and no longer than it stays. */
export async function serveRequest(
  server: LocalServer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { onlyThisMachine }: { readonly onlyThisMachine: boolean },
): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  try {
    const host = incoming.headers.host ?? 'localhost';
    // A page can make its own name point at 127.0.0.1; the name it used still stands in Host.
    if (onlyThisMachine && !isLoopback(hostName(host))) refuseHost(outgoing);
    else await write(await server.fetch(toRequest(incoming, host, gone.signal)), outgoing);
  } catch {
    // The caller has gone, or the engine failed with the answer half sent: only a cut connection
    // tells whoever still reads that the answer is not whole.
    outgoing.destroy();
  }
}

function refuseHost(outgoing: ServerResponse): void {
  const message = 'This server answers to localhost only; the Host header names something else.';
  outgoing.writeHead(403, { 'content-type': 'application/json', connection: 'close' });
  outgoing.end(JSON.stringify({ statusCode: 403, message }));
}

function toRequest(incoming: IncomingMessage, host: string, signal: AbortSignal): Request {
  const { method = 'GET', url = '/', headersDistinct } = incoming;
  const headers = new Headers();
  for (const [name, values] of Object.entries(headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(url, `http://${host}`), {
    method,
    headers,
    signal,
    ...(hasBody && { body: bodyOf(incoming), duplex: 'half' }),
  });
}

/**
 * `Readable.toWeb` would destroy the socket when a body is refused half read, and the refusal with it;
 * here the rest is read and thrown away until the answer is out.
 */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const parts = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = (await parts.next()) as IteratorResult<Uint8Array, undefined>;
      if (part.done) controller.close();
      else controller.enqueue(part.value);
    },
    async cancel() {
      await parts.return?.();
      incoming.resume();
    },
  });
}

async function write(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (!response.body) {
    outgoing.end();
    return;
  }
  await pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing);
}
