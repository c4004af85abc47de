import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host on a socket of this machine. */
export interface Upstream {
  /** What a relay takes as `baseURL`. */
  readonly baseURL: string;
  /** The requests that have come, with their bodies. */
  readonly asked: { readonly request: IncomingMessage; readonly body: string }[];
}

/** Answers one request, however badly. */
export type Handler = (response: ServerResponse, request: IncomingMessage) => unknown;

/** Lets a test have a host and takes it away afterwards, whatever happened. */
export async function withUpstream<T>(
  handle: Handler,
  use: (upstream: Upstream) => Promise<T>,
): Promise<T> {
  const asked: { request: IncomingMessage; body: string }[] = [];
  const http = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      asked.push({ request, body });
      handle(response, request);
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  try {
    return await use({ baseURL: `http://127.0.0.1:${port}/v1`, asked });
  } finally {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  }
}

/** Sends parts one after another, each in a network packet of its own as far as that can be had. */
export async function sendParts(
  response: ServerResponse,
  parts: Iterable<string | Uint8Array>,
): Promise<void> {
  response.flushHeaders();
  for (const part of parts) {
    response.write(part);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Reads a body to its end: what came, and the error that ended it, if any. */
export async function drain(
  body: ReadableStream<Uint8Array> | null,
): Promise<{ bytes: Uint8Array; error?: unknown }> {
  const parts: Uint8Array[] = [];
  const reader = body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      parts.push(part.value);
    }
    return { bytes: Buffer.concat(parts) };
  } catch (error) {
    return { bytes: Buffer.concat(parts), error };
  }
}
