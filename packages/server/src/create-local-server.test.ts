import { createHermes } from '@hermes4/core';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { documentedStatuses, problems } from '../test/api-document.ts';
import { completionOf, HELLO, post } from '../test/calls.ts';
import { endlessEngine, scriptedEngine } from '../test/scripted-engine.ts';
import { createLocalServer } from './index.ts';

describe('a local server', () => {
  afterEach(() => void vi.useRealTimers());

  it('stands in for the fetch of a client', async () => {
    const hermes = createHermes({ fetch: createLocalServer().fetch });
    const { choices } = await hermes.chat.completions.create({
      messages: [{ role: 'user', content: 'Hello' }],
    });
    expect(choices[0]?.message.content).toContain('“Hello”');
  });

  it('takes an address and options, or a request and options', async () => {
    const { fetch } = createLocalServer();
    const init = post(HELLO);
    expect((await fetch('http://localhost/v1/chat/completions', init)).status).toBe(200);
    expect((await fetch(new URL('http://localhost/v1/chat/completions'))).status).toBe(405);
    expect((await fetch(post(HELLO), { headers: {} })).status).toBe(415);
  });

  it('rejects, and does not throw, when the address cannot be used', async () => {
    await expect(createLocalServer().fetch('nowhere')).rejects.toBeInstanceOf(TypeError);
  });

  it('rejects with the reason of a signal that was aborted before', async () => {
    const reason = new Error('enough');
    const request = post(HELLO, { signal: AbortSignal.abort(reason) });
    await expect(createLocalServer().fetch(request)).rejects.toBe(reason);
  });

  it('rejects with the reason of a signal that is aborted while the engine works', async () => {
    const abort = new AbortController();
    const reason = new Error('enough');
    const engine = scriptedEngine(function* () {
      yield 'One';
      abort.abort(reason);
      yield ' two';
    });
    const request = post(HELLO, { signal: abort.signal });
    await expect(createLocalServer({ engine }).fetch(request)).rejects.toBe(reason);
  });

  it('waits between tokens, and an abort wakes it', async () => {
    vi.useFakeTimers();
    const { engine, made, closed } = endlessEngine();
    const abort = new AbortController();
    const reason = new Error('enough');
    const response = createLocalServer({ engine, tokensPerSecond: 2 }).fetch(
      post(HELLO, { signal: abort.signal }),
    );
    const rejected = expect(response).rejects.toBe(reason);
    await vi.advanceTimersByTimeAsync(2_250);
    expect(made()).toBe(5);
    abort.abort(reason);
    await rejected;
    await closed;
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['tokensPerSecond', 0],
    ['tokensPerSecond', -1],
    ['tokensPerSecond', Number.NaN],
    ['maxRequestBytes', 0],
    ['maxRequestBytes', Number.NaN],
  ])('does not begin with a %s of %d', (name, value) => {
    expect(() => createLocalServer({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'invalid_options', path: name }),
    );
  });

  it('answers whatever it is sent with a documented status, and never with a 500', async () => {
    const server = createLocalServer({ keys: ['k'], maxRequestBytes: 5_000 });
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(anyRequest(), async ({ url, init }) => {
        const response = await server.fetch(url, init);
        seen.add(response.status);
        expect(response.status).not.toBe(500);
        expect(documentedStatuses).toContain(String(response.status));
        const text = await response.text();
        if (response.status === 200) return;
        expect(problems('ErrorBodyHosted', JSON.parse(text))).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
    // Else the property would have looked at less than it says.
    expect([...seen].sort()).toEqual([200, 400, 401, 403, 404, 405, 413, 415]);
  });
});

describe('the headers of an answer', () => {
  const server = createLocalServer({ engine: scriptedEngine(() => ['One']) });

  it.each([
    ['a whole answer', post(HELLO), 200],
    ['a stream', post({ ...HELLO, stream: true }), 200],
    ['a refusal', post({}), 400],
  ])('name the call and the engine: %s', async (_, request, status) => {
    const response = await server.fetch(request);
    expect(response.status).toBe(status);
    expect(response.headers.get('x-inference-id')).toMatch(/^[\da-f-]{36}$/);
    expect(response.headers.get('x-hermes4-engine')).toBe('scripted');
    expect(response.headers.get('x-hermes4-usage')).toBe('exact');
    expect(response.headers.get('x-client-request-id')).toBeNull();
  });

  it('carry the id of the body', async () => {
    const response = await server.fetch(post(HELLO));
    const { id } = await completionOf(response);
    expect(id).toBe(`chatcmpl-${response.headers.get('x-inference-id') ?? ''}`);
  });

  it('give the id of the caller back', async () => {
    const headers = { 'x-client-request-id': 'order-4711:attempt-1' };
    const response = await server.fetch(post(HELLO, { headers }));
    expect(response.headers.get('x-client-request-id')).toBe('order-4711:attempt-1');
  });

  it('say that the simulator only estimates its token counts', async () => {
    const response = await createLocalServer().fetch(post(HELLO));
    expect(response.headers.get('x-hermes4-engine')).toBe('sim');
    expect(response.headers.get('x-hermes4-usage')).toBe('estimated');
  });
});

/** Requests of every kind, most of them nearly right. */
function anyRequest(): fc.Arbitrary<{ url: string; init: RequestInit }> {
  const mostly = <T>(usual: T, others: fc.Arbitrary<T>): fc.Arbitrary<T> =>
    fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others });
  const headerValue = fc.string({
    unit: fc.constantFrom(...Array.from(' abkBJ/;=:*"{}\u00e9\u00ff')),
    maxLength: 30,
  });
  const path = mostly('/v1/chat/completions', fc.webPath());
  const method = mostly('POST', fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'ODD'));
  const headers = fc.record(
    {
      'content-type': mostly('application/json', headerValue),
      authorization: mostly('Bearer k', headerValue),
      origin: mostly('http://localhost', headerValue),
      'x-client-request-id': headerValue,
      'content-length': fc.oneof(headerValue, fc.constant('5001')),
    },
    { requiredKeys: ['content-type', 'authorization'] },
  );
  return fc
    .record({ path, method, headers, body: anyBody() })
    .map(({ path: pathname, method: verb, headers: named, body }) => ({
      url: `http://localhost${pathname}`,
      init: {
        method: verb,
        headers: named,
        ...(verb !== 'GET' && verb !== 'HEAD' && { body: body as BodyInit }),
      },
    }));
}

function anyBody(): fc.Arbitrary<string | Uint8Array> {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  const message = fc.record(
    {
      role: fc.oneof(fc.constantFrom('system', 'developer', 'user', 'assistant', 'tool'), text),
      content: fc.oneof({ weight: 6, arbitrary: text }, fc.jsonValue()),
      tool_call_id: text,
    },
    { requiredKeys: ['role', 'content'] },
  );
  const number = fc.oneof(fc.integer({ min: -3, max: 60 }), fc.double());
  const anything = fc.jsonValue();
  const request = fc.record(
    {
      model: fc.oneof({ weight: 8, arbitrary: fc.constant(HELLO.model) }, anything),
      messages: fc.oneof({ weight: 8, arbitrary: fc.array(message, { maxLength: 4 }) }, anything),
      max_tokens: number,
      max_completion_tokens: number,
      stop: fc.oneof(text, fc.array(text), anything),
      stream: fc.oneof(fc.boolean(), anything),
      stream_options: fc.oneof(fc.record({ include_usage: fc.boolean() }), anything),
      seed: number,
      tools: anything,
      response_format: anything,
      ['__proto__']: anything,
      extra: anything,
    },
    { requiredKeys: ['model', 'messages'] },
  );
  const proper = fc.record(
    {
      model: fc.constant(HELLO.model),
      messages: fc.array(fc.record({ role: fc.constantFrom('system', 'user'), content: text })),
      stop: fc.oneof(text, fc.array(text)),
      stream: fc.boolean(),
      extra: anything,
    },
    { requiredKeys: ['model', 'messages'] },
  );
  return fc.oneof(
    { weight: 3, arbitrary: proper.map((value) => JSON.stringify(value)) },
    { weight: 6, arbitrary: request.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: text },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 6_000 }) },
  );
}
