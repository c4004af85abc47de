import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exchangeOf } from '../../../test/exchange.ts';
import { handClock } from '../../../test/hand-clock.ts';
import { EVENT, EVENTS, KEY, relayTo } from '../../../test/relay-to.ts';
import { drain, sendParts, withUpstream } from '../../../test/upstream.ts';
import { createRelayEngine } from './relay-engine.ts';
import type { RelayOptions } from './relay-options.ts';

test('any bytes, cut anywhere, arrive as they were sent', async () => {
  let parts: Uint8Array[] = [];
  await withUpstream(
    (response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      void sendParts(response, parts).then(() => response.end());
    },
    async ({ baseURL }) => {
      const engine = createRelayEngine({ baseURL, apiKey: KEY });
      await fc.assert(
        fc.asyncProperty(fc.array(fc.uint8Array({ minLength: 1 })), async (given) => {
          parts = given;
          const { bytes, error } = await drain((await engine.answer(exchangeOf())).body);
          expect(error).toBeUndefined();
          expect(Buffer.compare(bytes, Buffer.concat(given))).toBe(0);
        }),
        { numRuns: 50 },
      );
    },
  );
});

test('a stream that is cut inside characters arrives whole, and each piece at once', async () => {
  const bytes = Array.from(Buffer.from(EVENT), (byte) => Buffer.from([byte]));
  // With a key, an end that could be its beginning waits for what follows.
  const { engine, seen } = relayTo(bytes, { apiKey: undefined });
  const reader = (await engine.answer(exchangeOf())).body!.getReader();
  for (const [index, byte] of bytes.entries()) {
    const { value } = await reader.read();
    expect(Buffer.from(value!)).toEqual(byte);
    expect(seen.pulls).toBe(index + 1);
  }
  expect((await reader.read()).done).toBe(true);
});

test.each([
  ['an error of the host', 429, '{"error":{"message":"Too many","code":429}}'],
  ['an unknown status', 299, '{}'],
  ['a page with a good status', 200, '<html>'],
  ['an empty answer', 200, ''],
])('%s passes as it is', async (_, status, body) => {
  await withUpstream(
    (response) => {
      response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '7' });
      response.end(body);
    },
    async ({ baseURL }) => {
      const response = await createRelayEngine({ baseURL }).answer(exchangeOf());
      expect(response.status).toBe(status);
      expect(response.headers.get('retry-after')).toBe('7');
      expect(await response.text()).toBe(body);
    },
  );
});

test('a status without a body passes', async () => {
  await withUpstream(
    (response) => response.writeHead(204).end(),
    async ({ baseURL }) => {
      const { status, body } = await createRelayEngine({ baseURL, repair: true }).answer(
        exchangeOf(),
      );
      expect([status, body]).toEqual([204, null]);
    },
  );
});

test('a compressed answer arrives unpacked and says nothing of the packing', async () => {
  await withUpstream(
    (response) => {
      response.writeHead(200, { ...EVENTS, 'content-encoding': 'gzip' });
      response.end(gzipSync(EVENT.repeat(100)));
    },
    async ({ baseURL, asked }) => {
      const response = await createRelayEngine({ baseURL }).answer(exchangeOf());
      expect(response.headers.has('content-encoding')).toBe(false);
      expect(response.headers.has('content-length')).toBe(false);
      expect(await response.text()).toBe(EVENT.repeat(100));
      expect(asked[0]?.request.headers['accept-encoding']).toBe('identity');
    },
  );
});

test('what goes up is the body, the key of the relay and a few harmless headers', async () => {
  await withUpstream(
    (response) => response.end('{}'),
    async ({ baseURL, asked }) => {
      const engine = createRelayEngine({
        baseURL: `${baseURL}/?version=2`,
        apiKey: KEY,
        headers: { 'x-title': 'tests' },
      });
      const headers = {
        accept: 'text/event-stream',
        'x-client-request-id': 'call-1',
        traceparent: '00-ab-cd-01',
        authorization: 'Bearer key-of-the-caller',
        cookie: 'session=of-the-caller',
        origin: 'http://page.test',
        'x-forwarded-for': '10.0.0.1',
        'x-api-key': 'key-of-the-caller',
      };
      const exchange = { ...exchangeOf({}, { headers }), text: '{ "spaces" : 1.0 }' };
      await (await engine.answer(exchange)).text();
      const [{ request, body }] = asked as [(typeof asked)[0]];
      expect(request.url).toBe('/v1/chat/completions?version=2');
      expect(body).toBe(exchange.text);
      expect(request.headers).toMatchObject({
        authorization: `Bearer ${KEY}`,
        accept: 'text/event-stream',
        'content-type': 'application/json',
        'x-client-request-id': 'call-1',
        traceparent: '00-ab-cd-01',
        'x-title': 'tests',
      });
      expect(JSON.stringify(request.rawHeaders)).not.toContain('of-the-caller');
      for (const name of ['cookie', 'origin', 'x-forwarded-for', 'x-api-key']) {
        expect(request.headers).not.toHaveProperty(name);
      }
    },
  );
});

test('the key of the caller goes up when that is asked for, and comes back in no answer', async () => {
  const { engine, seen } = relayTo(['who is key-of-the-', 'caller?'], {
    apiKey: undefined,
    forwardCallerKey: true,
  });
  const headers = { authorization: 'Bearer key-of-the-caller' };
  const response = await engine.answer(exchangeOf({}, { headers }));
  expect(await response.text()).toBe(`who is ${'*'.repeat(17)}?`);
  expect(new Headers(seen.asked[0]!.init.headers).get('authorization')).toBe(headers.authorization);
});

test('an answer that repeats the key does not tell it, wherever it is cut', async () => {
  const whole = Buffer.from(`{"error":"Incorrect API key: Bearer ${KEY}."}`);
  for (let cut = 0; cut <= whole.length; cut++) {
    const { engine } = relayTo([whole.subarray(0, cut), whole.subarray(cut)], {
      init: { status: 401, headers: { 'x-echo': `Bearer ${KEY}` } },
    });
    const response = await engine.answer(exchangeOf());
    expect(response.headers.get('x-echo')).toBe('Bearer [key]');
    expect(await response.text()).toBe(
      `{"error":"Incorrect API key: Bearer ${'*'.repeat(KEY.length)}."}`,
    );
  }
});

test('a key in the address is a key, and a version in it is none', async () => {
  const { engine } = relayTo(['2026-01-01 for 0123456789abcdef'], {
    baseURL: 'http://upstream.test/v1?api-version=2026-01-01&api-key=0123456789abcdef',
  });
  expect(await (await engine.answer(exchangeOf())).text()).toBe(`2026-01-01 for ${'*'.repeat(16)}`);
});

test('a relay says whether it holds a key', () => {
  const holds = (options: RelayOptions): unknown =>
    createRelayEngine({ host: 'vllm', ...options }).holdsKey;
  expect(holds({})).toBe(false);
  expect(holds({ forwardCallerKey: true })).toBe(false);
  expect(holds({ apiKey: 'short' })).toBe(true);
  expect(holds({ headers: { 'X-Api-Key': KEY } })).toBe(true);
  expect(holds({ baseURL: `http://upstream.test/v1?key=${KEY}` })).toBe(true);
});

test('headers of the connection, cookies and permissions of another site stay behind', async () => {
  await withUpstream(
    (response) => {
      response.setHeader('connection', 'close, x-hop');
      response.writeHead(200, {
        'x-hop': '1',
        'keep-alive': 'timeout=5',
        'set-cookie': ['a=b', 'c=d'],
        'access-control-allow-origin': '*',
        'strict-transport-security': 'max-age=1',
        'x-hermes4-engine': 'sim',
        'x-inference-id': 'abc',
        'x-aimlapi-credits-used': '5',
      });
      response.end('{}');
    },
    async ({ baseURL }) => {
      const { headers } = await createRelayEngine({ baseURL }).answer(exchangeOf());
      expect(Object.keys(Object.fromEntries(headers)).sort()).toEqual([
        'date',
        'x-aimlapi-credits-used',
        'x-inference-id',
      ]);
    },
  );
});

test('nothing is read before it is asked for', async () => {
  const { engine, seen } = relayTo(Array.from({ length: 100 }, () => EVENT));
  const reader = (await engine.answer(exchangeOf())).body!.getReader();
  await handClock().pass(0);
  expect(seen.pulls).toBe(0);
  await reader.read();
  await handClock().pass(0);
  expect(seen.pulls).toBe(1);
  await reader.cancel();
});

test('a slow caller slows the host down', async () => {
  let written = 0;
  await withUpstream(
    (response) => {
      response.writeHead(200, EVENTS);
      const write = (): void => {
        while (response.write('x'.repeat(65_536))) written += 1;
        written += 1;
        response.once('drain', write);
      };
      write();
    },
    async ({ baseURL }) => {
      const response = await createRelayEngine({ baseURL }).answer(exchangeOf());
      let last = -1;
      while (written !== last) {
        last = written;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      expect(written).toBeLessThan(1_000);
      await response.body?.cancel();
    },
  );
});

test('connections are kept for the next call', async () => {
  const ports = new Set<number | undefined>();
  await withUpstream(
    (response, request) => {
      ports.add(request.socket.remotePort);
      response.writeHead(200, EVENTS).end(EVENT);
    },
    async ({ baseURL }) => {
      const engine = createRelayEngine({ baseURL });
      for (let call = 0; call < 5; call++) await drain((await engine.answer(exchangeOf())).body);
      // The platform itself takes a second one while the first is still being put away.
      expect(ports.size).toBeLessThanOrEqual(2);
    },
  );
});

test('names of models are mapped on the way up and back on the way down', async () => {
  const sent = 'NousResearch/Hermes-4-405B-FP8';
  const events = [
    ': waiting\n\n',
    `data: {"model":"${sent}","choices":[{"delta":{"content":"\\"model\\":\\"${sent}\\""}}]}\r\n\r\n`,
    `data: {"id":1, "model" : "NousResearch\\/Hermes-4-405B-FP8"}\n\n`,
    'data: {"model":"another"}\n\ndata: [DONE]\n\n',
  ].join('');
  const cuts = Array.from({ length: events.length }, (_, cut) => cut);
  for (const cut of cuts) {
    const { engine, seen } = relayTo([events.slice(0, cut), events.slice(cut)], { host: 'vllm' });
    const text = await (await engine.answer(exchangeOf({ temperature: 1 }))).text();
    expect(text).toBe(
      events
        .replace(`"model":"${sent}"`, '"model":"nousresearch/hermes-4-405b"')
        .replace('"NousResearch\\/Hermes-4-405B-FP8"', '"nousresearch/hermes-4-405b"'),
    );
    expect(JSON.parse(seen.asked[0]!.init.body as string)).toEqual({
      ...(exchangeOf().request as object),
      model: sent,
      temperature: 1,
    });
  }
});

test('a model that is not in the map passes byte by byte', async () => {
  const { engine, seen } = relayTo(['{"model":"b"}'], { models: { a: 'b' } });
  const exchange = { ...exchangeOf({ model: 'c' }), text: '{"model" : "c"}' };
  expect(await (await engine.answer(exchange)).text()).toBe('{"model":"b"}');
  expect(seen.asked[0]!.init.body).toBe(exchange.text);
});

test.each([
  [{}, 'baseURL'],
  [{ baseURL: 'not a url' }, 'baseURL'],
  [{ baseURL: 'ftp://host/v1' }, 'baseURL'],
  [{ baseURL: 'https://user:secret@host/v1' }, 'baseURL'],
  [{ host: 'nowhere' as 'vllm' }, 'host'],
  [{ host: 'vllm', apiKey: 'secret\nkey' }, 'apiKey'],
  [{ host: 'vllm', apiKey: '' }, 'apiKey'],
  [{ host: 'vllm', headers: { 'x y': 'secret' } }, 'headers.x y'],
  [{ host: 'vllm', apiKey: 'secret', forwardCallerKey: true }, 'forwardCallerKey'],
  [{ host: 'vllm', timeouts: { idleMs: 0 } }, 'timeouts.idleMs'],
  [{ host: 'vllm', timeouts: { headersMs: NaN } }, 'timeouts.headersMs'],
  [{ host: 'vllm', maxResponseBytes: -1 }, 'maxResponseBytes'],
] as [RelayOptions, string][])('options that cannot be used are named: %#', (options, path) => {
  let error: unknown;
  try {
    createRelayEngine(options);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ code: 'invalid_options', path });
  expect(String(error)).not.toContain('secret');
});
