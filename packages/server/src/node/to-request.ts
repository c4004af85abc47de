import type { IncomingMessage } from 'node:http';

/** A body on its way in, which may be given up before its end. */
export interface IncomingBody {
  readonly stream: ReadableStream<Uint8Array>;
  /**
   * Lets the rest flow away unread: `Readable.toWeb` would destroy the socket and with it the answer,
   * and a rest that stays would keep the caller from reading the answer or sending its next request.
   */
  discard(): void;
}

/** Where the address of the connection stands, whatever the caller wrote there. */
const PEER = 'x-hermes4-peer';

/** Reads a body as fast as it is asked for. */
export function bodyOf(incoming: IncomingMessage): IncomingBody {
  let discard = (): void => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const take = (part: Uint8Array): void => {
        controller.enqueue(part);
        if ((controller.desiredSize ?? 0) <= 0) incoming.pause();
      };
      const end = (): void => controller.close();
      incoming.on('data', take).once('end', end);
      incoming.once('error', (error) => controller.error(error));
      incoming.pause();
      discard = () => void incoming.off('data', take).off('end', end).resume();
    },
    pull: () => void incoming.resume(),
    cancel: () => discard(),
  });
  return { stream, discard: () => discard() };
}

/**
 * A Node request as the platform's own kind.
 *
 * @throws TypeError for what the platform has no form for: a method such as `TRACE`.
 */
export function toRequest(
  incoming: IncomingMessage,
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Request {
  const { method = 'GET', socket } = incoming;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const headers = headersOf(incoming);
  headers.delete(PEER);
  if (socket.remoteAddress !== undefined) headers.set(PEER, socket.remoteAddress);
  return new Request(`http://${hostOf(incoming)}${targetOf(incoming)}`, {
    method,
    headers,
    signal,
    ...(hasBody && { body, duplex: 'half' }),
  });
}

/** The `Host` header; HTTP/1.0 may leave it out. */
export function hostOf({ headers }: IncomingMessage): string {
  return headers.host ?? 'localhost';
}

/**
 * Path and query. A target that starts with two slashes is a path too: resolved like a link, it would
 * name another host, and a page of that host would pass for one of our own.
 */
export function targetOf({ url = '/' }: IncomingMessage): string {
  if (url.startsWith('/')) return url;
  if (!URL.canParse(url)) return `/${url}`;
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

/** Every header, repeated ones included. */
export function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}
