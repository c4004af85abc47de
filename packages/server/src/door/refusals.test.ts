import { describe, expect, it } from 'vitest';
import { documentedStatuses, problems } from '../../test/api-document.ts';
import { ENDPOINT, errorOf, HELLO, post } from '../../test/calls.ts';
import { scriptedEngine } from '../../test/scripted-engine.ts';
import { createLocalServer, type LocalServerOptions, systemClock } from '../index.ts';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const CHAT = '/v1/chat/completions';
const twoMiB = 'x'.repeat(2 * 1_024 * 1_024);

describe('a refusal', () => {
  it.each<[number, string, () => Request, LocalServerOptions, string | RegExp]>([
    [400, 'a body that is not JSON', () => post('{"model":'), {}, /^The body is not valid JSON: /],
    [400, 'an empty body', () => post(''), {}, /^The body is not valid JSON: /],
    [
      400,
      'a body that is not UTF-8',
      () => post('', { body: new Uint8Array([34, 0xff, 34]) }),
      {},
      'The body could not be read as UTF-8 text to its end.',
    ],
    [
      400,
      'a body nested without end',
      () => post(`{"x":${'['.repeat(1e5)}${']'.repeat(1e5)}}`),
      {},
      'The body is nested more than 500 levels deep.',
    ],
    [
      400,
      'a body of null',
      () => post(null),
      {},
      'Body validation error! The body: expected an object, received null.',
    ],
    [
      400,
      'a value out of range',
      () => post({ ...HELLO, top_p: 0 }),
      {},
      'Body validation error! top_p: expected a number from 0.01 to 1, received 0.',
    ],
    [
      400,
      'a fault deep inside',
      () => post({ ...HELLO, messages: [{ role: 'user', content: 7 }] }),
      {},
      /messages\[0\]\.content: expected .*string.*, received 7\./,
    ],
    [
      400,
      'another model',
      () => post({ ...HELLO, model: 'gpt-4o' }),
      {},
      'Body validation error! model: expected "nousresearch/hermes-4-405b", received "gpt-4o".',
    ],
    [
      400,
      'several faults at once',
      () => post({ ...HELLO, seed: 0, stream: 'yes' }),
      {},
      'Body validation error! seed: expected an integer of at least 1, received 0. stream: expected a boolean, received "yes".',
    ],
    [401, 'a caller without a key', () => post(HELLO), { keys: ['secret'] }, /valid API key/],
    [
      401,
      'a caller with another key',
      () => post(HELLO, { headers: { authorization: 'Bearer guess' } }),
      { keys: ['secret'] },
      /valid API key/,
    ],
    [
      401,
      'a key that is followed by something else',
      () => post(HELLO, { headers: { authorization: 'Bearer secret x' } }),
      { keys: ['secret'] },
      /valid API key/,
    ],
    [
      401,
      'a key of another scheme',
      () => post(HELLO, { headers: { authorization: 'Basic secret' } }),
      { keys: ['secret'] },
      /valid API key/,
    ],
    [
      401,
      'everybody when the list of keys is empty',
      () => post(HELLO, { headers: { authorization: 'Bearer ' } }),
      { keys: [] },
      /valid API key/,
    ],
    [
      403,
      'a page of another origin',
      () => post(HELLO, { headers: { origin: 'https://evil.example' } }),
      {},
      /other origins/,
    ],
    [
      403,
      'a page without an origin of its own',
      () => post(HELLO, { headers: { origin: 'null' } }),
      {},
      /other origins/,
    ],
    [
      403,
      'a page of this host on another port',
      () => post(HELLO, { headers: { origin: 'http://localhost:3000' } }),
      {},
      /other origins/,
    ],
    [
      413,
      'a body that says that it is too long',
      () => post(HELLO, { headers: { 'content-length': '70' } }),
      { maxRequestBytes: 69 },
      'The body is larger than 69 bytes.',
    ],
    [
      413,
      'a body that is too long without saying so',
      () => post('', withBody(new Blob([twoMiB]).stream())),
      { maxRequestBytes: 1_024 },
      'The body is larger than 1024 bytes.',
    ],
    [
      413,
      'a body that says less than it is',
      () => post(HELLO, { headers: { 'content-length': '5' } }),
      { maxRequestBytes: 6 },
      'The body is larger than 6 bytes.',
    ],
    [
      415,
      'another content type',
      () => post(HELLO, { headers: { 'content-type': 'text/plain' } }),
      {},
      'Expected content-type application/json, received text/plain.',
    ],
    [
      415,
      'a content type that only begins like JSON',
      () => post(HELLO, { headers: { 'content-type': 'application/jsonl' } }),
      {},
      'Expected content-type application/json, received application/jsonl.',
    ],
    [
      415,
      'no content type',
      () => new Request(ENDPOINT, { method: 'POST', body: new Uint8Array([123, 125]) }),
      {},
      'Expected content-type application/json, received none.',
    ],
  ])(
    '%i for %s has the form of the hosted API',
    async (...[status, , request, options, message]) => {
      const server = createLocalServer({
        ...options,
        clock: { ...systemClock, now: () => NOW.getTime() },
      });
      const response = await server.fetch(request());
      const body = await errorOf(response);
      expect(problems('ErrorBodyHosted', body)).toEqual([]);
      expect(body).toEqual({
        requestId: response.headers.get('x-inference-id'),
        statusCode: status,
        timestamp: NOW.toISOString(),
        path: CHAT,
        message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
      });
      expect([response.status, response.headers.get('content-type')]).toEqual([
        status,
        'application/json',
      ]);
      expect(documentedStatuses).toContain(String(status));
    },
  );

  it.each([
    '/nowhere',
    '/v1',
    '/v1/chat/completions/',
    '//v1/chat/completions',
    '/V1/chat/completions',
  ])('says that there is nothing at %s', async (path) => {
    const response = await createLocalServer().fetch(`http://localhost${path}`, {
      method: 'POST',
    });
    const body = await errorOf(response);
    expect(problems('ErrorBodyHosted', body)).toEqual([]);
    expect(body).toMatchObject({ statusCode: 404, path, message: `Cannot POST ${path}` });
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])(
    'of the method %s names the one that is allowed',
    async (method) => {
      const response = await createLocalServer().fetch(ENDPOINT, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
      expect(problems('ErrorBodyHosted', await errorOf(response))).toEqual([]);
    },
  );

  it('of a caller without a key says how a key is sent', async () => {
    const response = await createLocalServer({ keys: ['secret'] }).fetch(post(HELLO));
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('never repeats a key', async () => {
    const init = { headers: { authorization: 'Bearer very-secret' } };
    const response = await createLocalServer({ keys: ['other'] }).fetch(post(HELLO, init));
    expect(await response.text()).not.toMatch(/very-secret|other/);
  });

  it('of a body with a million faults stays short', async () => {
    const messages = Array.from({ length: 100_000 }, () => 0);
    const response = await createLocalServer().fetch(post({ ...HELLO, messages }));
    const { message } = await errorOf(response);
    expect(message).toContain('messages[9]');
    expect(message.length).toBeLessThan(5_000);
  });

  it('comes before any header of a stream, and before the engine is asked', async () => {
    let asked = 0;
    const engine = scriptedEngine(() => {
      asked += 1;
      return [];
    });
    const server = createLocalServer({ engine, keys: ['k'], maxRequestBytes: 1_000 });
    const authorization = 'Bearer k';
    const stream = { ...HELLO, stream: true };
    const responses = await Promise.all([
      server.fetch(post(stream)),
      server.fetch(post({ ...stream, seed: 0 }, { headers: { authorization } })),
      server.fetch(post({ ...stream, pad: twoMiB }, { headers: { authorization } })),
      server.fetch(post(stream, { headers: { authorization, 'content-type': 'text/plain' } })),
      server.fetch(post(stream, { headers: { authorization, origin: 'https://evil.example' } })),
    ]);
    expect(responses.map(({ status }) => status)).toEqual([401, 400, 413, 415, 403]);
    for (const { headers } of responses)
      expect(headers.get('content-type')).toBe('application/json');
    expect(asked).toBe(0);
  });
});

describe('the door lets pass', () => {
  it.each<[string, () => Request, LocalServerOptions]>([
    ['anybody when there are no keys', () => post(HELLO), {}],
    [
      'one of the keys',
      () => post(HELLO, { headers: { authorization: 'Bearer b' } }),
      { keys: ['a', 'b'] },
    ],
    [
      'a scheme in another case',
      () => post(HELLO, { headers: { authorization: 'bearer  b' } }),
      { keys: ['b'] },
    ],
    [
      'a page of its own origin',
      () => post(HELLO, { headers: { origin: 'http://localhost' } }),
      {},
    ],
    [
      'a content type with a parameter, in any case',
      () => post(HELLO, { headers: { 'content-type': 'Application/JSON; Charset=UTF-8' } }),
      {},
    ],
    [
      'a content type that is a kind of JSON',
      () => post(HELLO, { headers: { 'content-type': 'application/vnd.api+json' } }),
      {},
    ],
    ['a body with a byte order mark', () => post(`\uFEFF${JSON.stringify(HELLO)}`), {}],
    [
      'a body of exactly the limit',
      () => post(HELLO),
      { maxRequestBytes: JSON.stringify(HELLO).length },
    ],
    [
      'a length that is no number',
      () => post(HELLO, { headers: { 'content-length': 'long' } }),
      {},
    ],
    [
      'a path without the version',
      () => new Request('http://localhost/chat/completions', post(HELLO)),
      {},
    ],
    ['a path with a query', () => new Request(`${ENDPOINT}?trace=1`, post(HELLO)), {}],
    [
      'an assistant that said nothing beside its calls, as null',
      () => post({ ...HELLO, messages: [...HELLO.messages, { role: 'assistant', content: null }] }),
      {},
    ],
    ['parameters that the document does not know', () => post({ ...HELLO, user: 'ana' }), {}],
    [
      'keys that objects have by nature',
      () =>
        post(
          `{"__proto__":{"model":1},"constructor":1,"toString":2,${JSON.stringify(HELLO).slice(1)}`,
        ),
      {},
    ],
  ])('%s', async (_, request, options) => {
    expect((await createLocalServer(options).fetch(request())).status).toBe(200);
  });

  it('a body that arrives in the middle of a character', async () => {
    const body = { ...HELLO, messages: [{ role: 'user', content: 'Grüße 😀' }] };
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const response = await createLocalServer().fetch(post('', withBody(stream)));
    expect(await response.text()).toContain('Grüße 😀');
  });
});

function withBody(body: ReadableStream<Uint8Array>): RequestInit {
  return { body, duplex: 'half' } as RequestInit;
}
