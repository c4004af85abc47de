import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { HELLO } from '../../test/calls.ts';
import { createLocalServer } from '../index.ts';
import { requestListener } from './request-listener.ts';

/** A Node server of somebody else's, with a listener of ours. */
async function mounted(
  listener: (incoming: IncomingMessage, outgoing: ServerResponse) => void,
  use: (origin: string) => Promise<void>,
): Promise<void> {
  const http = createServer(listener).listen(0, '127.0.0.1');
  await once(http, 'listening');
  try {
    await use(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  } finally {
    http.closeAllConnections();
    http.close();
  }
}

function call(origin: string, body: object = HELLO): Promise<Response> {
  return fetch(`${origin}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer k' },
    body: JSON.stringify(body),
  });
}

describe('a listener for another server', () => {
  it('answers and streams as the server does', async () => {
    const listener = requestListener(createLocalServer({ keys: ['k'] }));
    await mounted(listener, async (origin) => {
      expect((await call(origin)).status).toBe(200);
      expect(await (await call(origin, { ...HELLO, stream: true })).text()).toContain('[DONE]');
      expect((await fetch(`${origin}/elsewhere`)).status).toBe(404);
    });
  });

  it('says so when something before it has read the body', async () => {
    const listener = requestListener(createLocalServer({ keys: ['k'] }));
    const parsing = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
      await incoming.toArray();
      listener(incoming, outgoing);
    };
    await mounted(
      (incoming, outgoing) => void parsing(incoming, outgoing),
      async (origin) => {
        const response = await call(origin);
        expect(response.status).toBe(500);
        expect(await response.text()).toContain('mount this server before');
      },
    );
  });
});
