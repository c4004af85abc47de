import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { HELLO } from '../../test/calls.ts';
import { manualClock } from '../../test/manual-clock.ts';
import type { Call, Route } from '../call.ts';
import type { LocalServer } from '../create-local-server.ts';
import { requestListener } from '../node/request-listener.ts';
import { createResume } from './create-resume.ts';

const EVENTS = 5_000;

/** Counts, and begins the next number only when it is asked for. */
function counting(): Response {
  let number = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      number += 1;
      if (number > EVENTS) controller.close();
      else controller.enqueue(new TextEncoder().encode(`data: ${number}\n\n`));
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

/** A server that can only count, whose answers can be resumed. */
function countingServer(): LocalServer {
  const authorize = (): { id: string } => ({ id: 'ana' });
  const resume = createResume({ always: true }, { authorize, clock: manualClock() });
  const identity = { id: 'i1', created: 0, headers: {} };
  const fetch = (request: Request): Promise<Response> => {
    const call = { identity, caller: authorize(), request: { ...HELLO, stream: true }, text: '' };
    const { headers, signal, method } = request;
    const visit = { request, url: new URL(request.url), params: { id: 'i1' }, identity };
    if (method === 'POST') {
      return resume.hold({ ...call, headers, signal } as Call, () => Promise.resolve(counting()));
    }
    const route = resume.routes.find((one) => one.method === method) as Route;
    return Promise.resolve(route.handle(visit));
  };
  const engine = { name: 'counting', fingerprint: 'counting-1', tokenCounts: 'exact' };
  return { engine, requiresKey: false, fetch } as unknown as LocalServer;
}

it('a page that loses its connection again and again has every event once, in order', async () => {
  const http = createServer(requestListener(countingServer())).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/`;
  const seen: number[] = [];
  let last = '0';
  let method = 'POST';
  while (seen.length < EVENTS) {
    const lose = new AbortController();
    const headers = { 'last-event-id': last };
    const response = await fetch(url, { method, headers, signal: lose.signal });
    expect(response.status).toBe(200);
    const until = seen.length + 700;
    for await (const part of (response.body as ReadableStream<Uint8Array>).values()) {
      // Only whole events count: the rest of a piece is lost with the connection.
      const text = new TextDecoder().decode(part);
      for (const [, id = '', data] of text.matchAll(/id: (\d+)\ndata: (\d+)\n\n/g)) {
        if (Number(id) !== Number(last) + 1) break;
        seen.push(Number(data));
        last = id;
      }
      if (seen.length >= until) break;
    }
    lose.abort();
    method = 'GET';
  }
  expect(seen).toEqual(Array.from({ length: EVENTS }, (_, index) => index + 1));
  http.closeAllConnections();
  http.close();
});
