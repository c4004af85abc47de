import type { FromPage, FromSandbox } from '../messages.ts';

interface Waiting {
  head(response: Response): void;
  fail(error: unknown): void;
  body: ReadableStreamDefaultController<Uint8Array> | undefined;
}

/** Statuses whose answers have no body. */
const BODILESS = [204, 205, 304];

/** A `fetch` that asks the page to send, and reads what comes back from there. */
export function createFetchThroughPage(tell: (message: FromSandbox) => void): {
  readonly fetch: typeof fetch;
  hear(message: FromPage): void;
} {
  const waiting = new Map<number, Waiting>();
  let last = 0;

  return {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const id = (last += 1);
      const { url, method } = request;
      const body = request.body === null ? undefined : await request.text();
      return new Promise<Response>((head, fail) => {
        waiting.set(id, { head, fail, body: undefined });
        request.signal.addEventListener('abort', () => end(id, request.signal.reason, true));
        tell({ type: 'fetch', id, url, method, headers: [...request.headers], body });
      });
    },
    hear,
  };

  function hear(message: FromPage): void {
    const { id } = message;
    const exchange = waiting.get(id);
    if (!exchange) return;
    if (message.type === 'bytes') exchange.body?.enqueue(message.bytes);
    else if (message.type === 'error') end(id, new TypeError(message.message), false);
    else if (message.type === 'end') {
      waiting.delete(id);
      exchange.body?.close();
    } else {
      const { status, headers } = message;
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          exchange.body = controller;
        },
        cancel: () => end(id, undefined, true),
      });
      const init = {
        status,
        headers: headers.map(([name, value]): [string, string] => [name, value]),
      };
      exchange.head(new Response(BODILESS.includes(status) ? null : body, init));
    }
  }

  function end(id: number, reason: unknown, isOurs: boolean): void {
    const exchange = waiting.get(id);
    if (!exchange) return;
    waiting.delete(id);
    if (isOurs) tell({ type: 'abort', id });
    exchange.fail(reason);
    if (reason !== undefined) exchange.body?.error(reason);
  }
}
