import { once } from 'node:events';
import { createHermes } from '@hermes4/core';
import { describe, expect, it } from 'vitest';
import { HELLO } from '../../test/calls.ts';
import { endlessEngine, scriptedEngine } from '../../test/scripted-engine.ts';
import { open, withServer } from '../../test/tcp.ts';
import { createLocalServer } from '../index.ts';
import { listen } from './index.ts';

describe('listening', () => {
  it('is on this machine only, unless told otherwise', async () => {
    await withServer({}, ({ origin, baseURL }) => {
      expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(baseURL).toBe(`${origin}/v1`);
      return Promise.resolve();
    });
  });

  it('gives a client its base URL', async () => {
    await withServer({}, async ({ baseURL }) => {
      const hermes = createHermes({ baseURL });
      const { choices } = await hermes.chat.completions.create({
        messages: [{ role: 'user', content: 'Hello' }],
      });
      expect(choices[0]?.message.content).toContain('“Hello”');
    });
  });

  it.each(['0.0.0.0', '::', '', '192.168.1.1'])(
    'refuses the address %j for a server without keys',
    async (host) => {
      await expect(listen(createLocalServer(), { port: 0, host })).rejects.toMatchObject({
        code: 'invalid_options',
        path: 'host',
      });
    },
  );

  it('takes any address for a server with keys, under whatever name it is called', async () => {
    await withServer({ keys: ['k'], host: '0.0.0.0' }, async (listening) => {
      const socket = await open(listening);
      const body = JSON.stringify(HELLO);
      socket.end(
        `POST /v1/chat/completions HTTP/1.0\r\nHost: build-box.example\r\nAuthorization: Bearer k\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
      expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 200 /);
    });
  });

  it('on two ports is one server', async () => {
    const server = createLocalServer();
    const [one, two] = await Promise.all([
      listen(server, { port: 0 }),
      listen(server, { port: 0, host: 'localhost' }),
    ]);
    await one.close();
    expect((await callOf(two.baseURL)).status).toBe(200);
    await two.close({ force: true });
  });

  it('rejects when the port is taken', async () => {
    await withServer({}, async ({ origin }) => {
      const port = Number(new URL(origin).port);
      await expect(listen(createLocalServer(), { port })).rejects.toMatchObject({
        code: 'EADDRINUSE',
      });
    });
  });
});

describe('closing', () => {
  it('waits for the answers on their way, and for no idle connection after them', async () => {
    let finish = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const engine = scriptedEngine(async function* () {
      yield 'One';
      await gate;
      yield ' two';
    });
    const listening = await listen(createLocalServer({ engine }), { port: 0 });
    const silent = await open(listening);
    const response = await callOf(listening.baseURL);
    let isClosed = false;
    const closed = listening.close().then(() => (isClosed = true));
    await expect(fetch(listening.origin)).rejects.toThrow();
    expect(isClosed).toBe(false);
    finish();
    expect(await response.text()).toContain('[DONE]');
    await closed;
    silent.destroy();
  });

  it('by force cuts the answers on their way', async () => {
    const { engine, closed } = endlessEngine();
    const listening = await listen(createLocalServer({ engine }), { port: 0 });
    const response = await callOf(listening.baseURL);
    const patient = listening.close();
    await listening.close({ force: true });
    await patient;
    await closed;
    await expect(response.text()).rejects.toThrow();
  });

  it('with a deadline cuts what is still on its way by then', async () => {
    const { engine, closed } = endlessEngine();
    const listening = await listen(createLocalServer({ engine }), { port: 0 });
    const response = await callOf(listening.baseURL);
    await listening.close({ timeoutMs: 20 });
    await closed;
    await expect(response.text()).rejects.toThrow();
  });

  it('twice is the same as once', async () => {
    const listening = await listen(createLocalServer(), { port: 0 });
    await listening.close();
    await listening.close();
    await listening.close({ force: true });
  });
});

function callOf(baseURL: string): Promise<Response> {
  return fetch(`${baseURL}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...HELLO, stream: true }),
  });
}
