import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { problems } from '../../test/api-document.ts';
import { HELLO } from '../../test/calls.ts';
import { endlessEngine, scriptedEngine } from '../../test/scripted-engine.ts';
import { open, readUntil, settled, withServer } from '../../test/tcp.ts';

const PATH = '/v1/chat/completions';
const JSON_TYPE = { 'content-type': 'application/json' };
const BODY = JSON.stringify(HELLO);
const MiB = 1_024 * 1_024;

describe('over HTTP', () => {
  it.each<[string, string, number]>([
    ['a forged name', 'evil.example', 403],
    ['a forged name that looks local', '127.0.0.1.evil.example', 403],
    ['a port that is none', 'localhost:99999', 400],
    ['an address that is none', '127.999.1.1', 400],
  ])('a Host header with %s is refused in the form of the hosted API', async (_, host, status) => {
    await withServer({}, async ({ origin }) => {
      const answer = await call(origin, { headers: { ...JSON_TYPE, host }, body: BODY });
      expect(answer.status).toBe(status);
      expect(problems('ErrorBodyHosted', JSON.parse(answer.text))).toEqual([]);
      expect(JSON.parse(answer.text)).toMatchObject({ statusCode: status, path: PATH });
      expect(answer.headers['x-hermes4-engine']).toBe('sim');
    });
  });

  it.each(['localhost', 'localhost:1', 'app.localhost:4405', '[::1]:4405'])(
    'the Host header %s is taken for this machine',
    async (host) => {
      await withServer({}, async ({ origin }) => {
        const answer = await call(origin, { headers: { ...JSON_TYPE, host }, body: BODY });
        expect(answer.status).toBe(200);
      });
    },
  );

  it('a path that begins with two slashes does not make another origin our own', async () => {
    await withServer({}, async ({ origin }) => {
      const headers = { ...JSON_TYPE, origin: 'http://evil.example' };
      const answer = await call(origin, {
        path: '//evil.example/v1/chat/completions',
        headers,
        body: BODY,
      });
      expect(answer.status).toBe(403);
    });
  });

  it.each<[string, string, number]>([
    [`${PATH}?x=1`, 'a query', 200],
    [`http://other.example${PATH}?x=1`, 'a whole address, as proxies send it', 200],
    ['*', 'an asterisk', 404],
  ])('the target %s, %s, is understood', async (path, _, status) => {
    await withServer({}, async ({ origin }) => {
      const answer = await call(origin, { path, headers: JSON_TYPE, body: BODY });
      expect(answer.status).toBe(status);
    });
  });

  it('a method that the platform knows no request for is refused', async () => {
    await withServer({}, async ({ origin }) => {
      const answer = await call(origin, { method: 'TRACE', headers: JSON_TYPE });
      expect(answer.status).toBe(400);
    });
  });

  it('HEAD is refused without a body, and the connection stays usable', async () => {
    await withServer({}, async ({ origin }) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const head = await call(origin, { method: 'HEAD', agent });
      expect([head.status, head.headers.allow, head.text]).toEqual([405, 'POST', '']);
      const answer = await call(origin, { headers: JSON_TYPE, body: BODY, agent });
      expect(answer.status).toBe(200);
      agent.destroy();
    });
  });

  it('a key that is sent twice is not taken', async () => {
    await withServer({ keys: ['k'] }, async ({ origin }) => {
      const headers = { ...JSON_TYPE, authorization: ['Bearer k', 'Bearer k'] };
      expect((await call(origin, { headers, body: BODY })).status).toBe(401);
    });
  });
});

describe('a body that is refused', () => {
  it('in the middle of the upload still gets an answer that can be read', async () => {
    await withServer({ maxRequestBytes: MiB }, async ({ origin }) => {
      const { status, text: said } = await call(origin, {
        headers: JSON_TYPE,
        body: ' '.repeat(16 * MiB),
      });
      expect(status).toBe(413);
      expect(JSON.parse(said)).toMatchObject({ message: `The body is larger than ${MiB} bytes.` });
    });
  });

  it('gets its answer while the caller still thinks about what to send next', async () => {
    await withServer({ maxRequestBytes: 10 }, async (listening) => {
      const socket = await open(listening);
      socket.write(
        `POST ${PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n${' '.repeat(16)}\r\n`,
      );
      expect(await readUntil(socket, 'larger than 10 bytes')).toMatch(/^HTTP\/1\.1 413 /);
      socket.destroy();
    });
  });

  it.each<[number, string, Record<string, string>]>([
    [404, '/nowhere', JSON_TYPE],
    [415, PATH, { 'content-type': 'text/plain' }],
    [413, PATH, JSON_TYPE],
  ])(
    'unread with a %i leaves the connection to its next request',
    async (status, path, headers) => {
      await withServer({ maxRequestBytes: MiB }, async ({ origin }) => {
        const agent = new Agent({ keepAlive: true, maxSockets: 1 });
        const body = ' '.repeat(8 * MiB);
        expect((await call(origin, { path, headers, body, agent })).status).toBe(status);
        expect((await call(origin, { headers: JSON_TYPE, body: BODY, agent })).status).toBe(200);
        agent.destroy();
      });
    },
  );
});

describe('a caller', () => {
  it('that leaves a stream ends the generation', async () => {
    const { engine, closed } = endlessEngine();
    await withServer({ engine }, async ({ origin }) => {
      const leave = new AbortController();
      const response = await fetch(`${origin}${PATH}`, {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify({ ...HELLO, stream: true }),
        signal: leave.signal,
      });
      await response.body!.getReader().read();
      leave.abort();
      await closed;
    });
  });

  it('that leaves before the answer aborts the engine', async () => {
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    let hear = (): void => undefined;
    const heard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    const engine = scriptedEngine(async function* ({ signal }) {
      begin();
      await once(signal, 'abort');
      hear();
      yield 'too late';
    });
    await withServer({ engine }, async ({ origin }) => {
      const leave = new AbortController();
      const { signal } = leave;
      const call = fetch(`${origin}${PATH}`, {
        method: 'POST',
        headers: JSON_TYPE,
        body: BODY,
        signal,
      });
      await begun;
      leave.abort();
      await expect(call).rejects.toThrow();
      await heard;
    });
  });

  it('that stops reading stops the engine, which does not run ahead', async () => {
    const { engine, made, closed } = endlessEngine('x'.repeat(64 * 1_024));
    await withServer({ engine }, async (listening) => {
      const socket = await open(listening);
      const body = JSON.stringify({ ...HELLO, stream: true });
      socket.pause();
      socket.write(
        `POST ${PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
      const stalled = await settled(made);
      expect(stalled).toBeLessThan(2_000);
      socket.destroy();
      await closed;
    });
  });

  it('sees a stream end properly when the engine fails underway', async () => {
    const engine = scriptedEngine(function* () {
      yield 'One';
      throw new Error('out of memory');
    });
    await withServer({ engine }, async ({ origin }) => {
      const body = JSON.stringify({ ...HELLO, stream: true });
      const answer = await call(origin, { headers: JSON_TYPE, body });
      expect(answer.text).toMatch(/"code":500\}\}\n\n$/);
    });
  });
});

interface Call {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string;
  readonly agent?: Agent;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** Node's own client: it sends headers and targets that `fetch` does not let through. */
async function call(origin: string, { body, ...options }: Call): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const request = httpRequest({ hostname, port, path: PATH, method: 'POST', ...options });
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  request.end(body);
  const [response] = await answered;
  // An upload that goes on after the answer is cut off when the test ends.
  request.on('error', () => undefined);
  return { status: response.statusCode, headers: response.headers, text: await text(response) };
}
