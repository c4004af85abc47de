import { once } from 'node:events';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { problems } from '../../test/api-document.ts';
import { HELLO } from '../../test/calls.ts';
import { open, readUntil } from '../../test/tcp.ts';
import type { LocalServer } from '../create-local-server.ts';
import { type Listening, type ListenOptions, listen } from './listen.ts';

const BODY = JSON.stringify(HELLO);
const POST = `POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`;
const MiB = 1_024 * 1_024;

/** A server on a socket whose answers a test writes. */
async function withHandler(
  handler: (request: Request) => Response | Promise<Response>,
  options: ListenOptions,
  use: (listening: Listening) => Promise<void>,
): Promise<void> {
  const engine = { name: 'written', fingerprint: 'written-1', tokenCounts: 'exact' } as const;
  const server = {
    engine,
    requiresKey: false,
    checksHost: false,
    fetch: (input: unknown) => Promise.resolve(handler(input as Request)),
  } as unknown as LocalServer;
  const listening = await listen(server, { port: 0, ...options });
  try {
    await use(listening);
  } finally {
    await listening.close({ force: true });
  }
}

/** Everything that comes until the server hangs up. */
async function toEnd(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (part: Buffer) => (text += part.toString()));
  await once(socket, 'close');
  return text;
}

/** The status of a raw answer, whose body must have the form of the hosted API's errors. */
function statusOf(answer: string): number {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(problems('ErrorBodyHosted', JSON.parse(body))).toEqual([]);
  expect(head).toContain('connection: close');
  expect(head).toContain('x-hermes4-engine: written');
  return Number(head.split(' ')[1]);
}

const fine = (): Response => Response.json({ fine: true });

/** An answer without end, and when it was given up. */
function endless(): { response: Response; left: Promise<void> } {
  let leave = (): void => undefined;
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const piece = new Uint8Array(MiB);
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(piece),
    cancel: () => leave(),
  });
  return { response: new Response(body), left };
}

describe('a request that never becomes one', () => {
  it.each([
    ['whose headers do not end', 408, 'GET / HTTP/1.1\r\nHost: localhost\r\n', {}],
    [
      'whose headers are too large',
      431,
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(2_000)}\r\n\r\n`,
      { maxHeaderBytes: 1_000 },
    ],
    ['that is none', 400, 'HELO mail.example\r\n\r\n', {}],
    [
      'with two lengths',
      400,
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      {},
    ],
    [
      'with a length and in pieces, as smugglers send it',
      400,
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      {},
    ],
    [
      'with a line break in a header',
      400,
      'GET / HTTP/1.1\r\nHost: localhost\r\nX: a\rb: c\r\n\r\n',
      {},
    ],
  ])('%s is refused with a %i, and the connection ended', async (_, status, text, options) => {
    const given = { headersTimeoutMs: 100, ...options };
    await withHandler(fine, given, async (listening) => {
      const socket = await open(listening);
      socket.write(text);
      expect(statusOf(await toEnd(socket))).toBe(status);
    });
  });

  it('because nothing is ever sent loses its connection', async () => {
    await withHandler(fine, { headersTimeoutMs: 100 }, async (listening) => {
      await toEnd(await open(listening));
    });
  });

  it('does not get its words into the answer before it', async () => {
    const { response, left } = endless();
    await withHandler(
      () => response,
      {},
      async (listening) => {
        const socket = await open(listening);
        socket.write(`${POST}no request at all\r\n\r\n`);
        expect(await toEnd(socket)).not.toContain('"statusCode"');
        await left;
      },
    );
  });
});

describe('a connection', () => {
  it('is kept for the next request, and ended when none comes', async () => {
    await withHandler(fine, { keepAliveTimeoutMs: 50 }, async (listening) => {
      const socket = await open(listening);
      socket.write(POST);
      await readUntil(socket, '"fine":true');
      socket.write(POST);
      await readUntil(socket, '"fine":true');
      await toEnd(socket);
    });
  });

  it('says where it comes from, whatever the caller says', async () => {
    const said: (string | null)[] = [];
    const handler = ({ headers }: Request): Response => {
      said.push(headers.get('x-hermes4-peer'));
      return fine();
    };
    await withHandler(handler, {}, async ({ baseURL }) => {
      await fetch(baseURL, { headers: { 'x-hermes4-peer': '203.0.113.9' } });
      expect(said).toEqual(['127.0.0.1']);
    });
  });
});

describe('a reader that stops reading', () => {
  it('does not slow the rest, and is cut off after a while', async () => {
    const { response, left } = endless();
    let calls = 0;
    const handler = (): Response => (calls++ === 0 ? response : fine());
    await withHandler(handler, { readerTimeoutMs: 200 }, async (listening) => {
      const stalled = await open(listening);
      stalled.pause();
      stalled.write(POST);
      await once(stalled, 'readable');
      for (let count = 0; count < 20; count++) {
        expect((await fetch(listening.baseURL)).status).toBe(200);
      }
      await left;
      stalled.destroy();
    });
  });

  it('is told from one that waits for the model', async () => {
    let say = (): void => undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('thinking'));
        say = () => {
          controller.enqueue(new TextEncoder().encode(' done'));
          controller.close();
        };
      },
    });
    await withHandler(
      () => new Response(body),
      { readerTimeoutMs: 50 },
      async ({ baseURL }) => {
        const response = await fetch(baseURL);
        await new Promise((resolve) => setTimeout(resolve, 300));
        say();
        expect(await response.text()).toBe('thinking done');
      },
    );
  });
});
