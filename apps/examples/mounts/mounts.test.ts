import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createHermes, HermesError } from '@hermes4/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { KEY } from '../test/local-host.ts';
import { type Served, withExample } from '../test/start-example.ts';

const HELLO = { messages: [{ role: 'user' as const, content: 'Hello' }] };
const env = { APP_KEYS: `another,${KEY}` };

type Fetch = typeof fetch;

/** What every mount must do: answer, stream, refuse. */
async function expectServed(baseURL: string, via: Fetch): Promise<void> {
  const hermes = createHermes({ apiKey: KEY, baseURL, fetch: via });
  const { choices } = await hermes.chat.completions.create(HELLO);
  expect(choices[0]?.message.content).toContain('“Hello”');

  const stream = hermes.chat.completions.stream(HELLO);
  expect((await stream.finalCompletion()).choices[0]?.message).toEqual(choices[0]?.message);

  const stranger = createHermes({ apiKey: 'guess', baseURL, fetch: via, maxRetries: 0 });
  const refused = await stranger.chat.completions.create(HELLO).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(HermesError);
  expect(refused).toMatchObject({ status: 401 });
}

describe.each(['next-route', 'hono'])('the mount in %s', (name) => {
  beforeAll(() => {
    process.env['APP_KEYS'] = env.APP_KEYS;
    return () => delete process.env['APP_KEYS'];
  });

  it('answers, streams and refuses', async () => {
    await expectServed('http://localhost/v1', await handlerOf(name));
  });
});

describe.each(['express', 'fastify', 'node'])('the mount in %s', (name) => {
  it('answers, streams and refuses beside the rest of the app, until it is told to end', async () => {
    await withExample(`mounts/${name}.ts`, env, async ({ baseURL, terminate, left }) => {
      await expectServed(baseURL, fetch);
      if (name !== 'node') {
        expect(await (await fetch(new URL('/', baseURL))).text()).toBe('The rest of the app.');
      }
      terminate();
      expect(await left).toBe(0);
    });
  });

  it('ends only when the answer on its way has ended', async () => {
    await withExample(`mounts/${name}.ts`, env, expectDrained);
  });
});

/** As a host of Web handlers would call it. */
async function handlerOf(name: string): Promise<Fetch> {
  if (name === 'hono') {
    const { default: app } = await import('./hono.ts');
    return async (input, init) => app.request(new Request(input, init));
  }
  const { POST } = await import('./next-route.ts');
  return (input, init) => POST(new Request(input, init));
}

/** Asks half a question, has the server told to end, and asks the other half. */
async function expectDrained({ baseURL, terminate, left }: Served): Promise<void> {
  const { hostname, port, host, pathname } = new URL(`${baseURL}/chat/completions`);
  const body = JSON.stringify({ model: 'nousresearch/hermes-4-405b', ...HELLO });
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(
    `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${KEY}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n`,
  );
  expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1\.1 100 /);
  terminate();
  await expect.poll(() => isOpen(Number(port), hostname)).toBe(false);
  // Not end(): Node's HTTP server drops the answer to a caller that has closed its half.
  socket.write(body);
  expect(await text(socket)).toContain('“Hello”');
  expect(await left).toBe(0);
}

/** Whether the server takes another connection. */
async function isOpen(port: number, hostname: string): Promise<boolean> {
  const socket = connect(port, hostname);
  const opened = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return opened;
}
