import type { Fetch } from '@hermes4/core';
import { createWireDecoder } from '@hermes4/core/internal';

/** What went over the wire in one call. */
export interface Exchange {
  /** Where the request went; absent when none was sent. */
  url?: string | undefined;
  /** The request's JSON. */
  requestBody?: unknown;
  /** The headers of the answer. */
  responseHeaders?: Record<string, string> | undefined;
  /** The body of an answer that says no, as far as the client has read it. */
  responseBody?: string | undefined;
}

/** A `fetch` that remembers what goes through it. */
export interface Tap {
  readonly fetch: Fetch;
  readonly exchange: Exchange;
  /** The events that have arrived since the last time, as the host sent them. */
  takeRaw(): unknown[];
}

/**
 * Listens to one call.
 *
 * @param fetch What sends.
 * @param keepsRaw Whether the events of a stream are kept as they come.
 */
export function createTap(fetch: Fetch, keepsRaw: boolean): Tap {
  const exchange: Exchange = {};
  let raw: unknown[] = [];

  return { fetch: send, exchange, takeRaw: () => raw.splice(0) };

  async function send(url: string, init?: RequestInit): Promise<Response> {
    exchange.url = url;
    exchange.requestBody = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const response = await fetch(url, init);
    exchange.responseHeaders = Object.fromEntries(response.headers);
    if (!response.ok) return through(response, errorText());
    return keepsRaw ? through(response, events()) : response;
  }

  function errorText(): Transformer<Uint8Array, Uint8Array> {
    const decoder = new TextDecoder();
    let text = '';
    return {
      transform(bytes, controller) {
        text += decoder.decode(bytes, { stream: true });
        exchange.responseBody = text;
        controller.enqueue(bytes);
      },
    };
  }

  function events(): Transformer<Uint8Array, Uint8Array> {
    raw = [];
    // The client has its own limit, and says what is wrong.
    const decoder = createWireDecoder(Infinity);
    return {
      transform(bytes, controller) {
        raw.push(...decoder.push(bytes).items);
        controller.enqueue(bytes);
      },
      flush: () => void raw.push(...decoder.end().items),
    };
  }
}

function through(response: Response, tap: Transformer<Uint8Array, Uint8Array>): Response {
  if (!response.body) return response;
  const { status, statusText, headers } = response;
  const body = response.body.pipeThrough(new TransformStream(tap));
  return new Response(body, { status, statusText, headers });
}
