import { expect, test, vi } from 'vitest';
import { HermesError, type Interceptor, type Logger, logTo, type Observer } from '../src/index.ts';
import { fakeClock } from './fake-clock.ts';
import { answer, clientOf, hello } from './fake-host.ts';

const busyOnce = (): (() => Promise<Response>) => {
  let requests = 0;
  return () =>
    Promise.resolve(
      ++requests === 1
        ? Response.json({ message: 'busy with secret-key-0123' }, { status: 503 })
        : Response.json(answer, { headers: { 'x-inference-id': 'i-2' } }),
    );
};

test('an observer is told of each attempt, answer and pause', async () => {
  const clock = fakeClock();
  const events: unknown[] = [];
  const observe: Observer = {
    onAttempt: (event) => void events.push(['attempt', event]),
    onResponse: (event) => void events.push(['response', event]),
    onRetry: ({ attempt, delayMs, error }) =>
      void events.push(['retry', attempt, delayMs, error.code]),
    onFailure: () => expect.fail('the call did not fail'),
  };
  const options = { runtime: clock.runtime, maxRetries: 1, observe };
  const call = clientOf(busyOnce(), options).chat.completions.create(hello);
  await clock.next();
  await call;
  const request = { method: 'POST', url: 'https://api.aimlapi.com/v1/chat/completions' };
  expect(events).toEqual([
    ['attempt', { attempt: 1, ...request }],
    ['response', { attempt: 1, ...request, status: 503, requestId: undefined, headersMs: 0 }],
    ['retry', 1, 250, 'overloaded'],
    ['attempt', { attempt: 2, ...request }],
    ['response', { attempt: 2, ...request, status: 200, requestId: 'i-2', headersMs: 0 }],
  ]);
});

test('an observer that throws does not break the call, and its error is reported', async () => {
  const report = vi.fn();
  vi.stubGlobal('reportError', report);
  try {
    const mistake = new Error('mine');
    const hermes = clientOf(() => Promise.resolve(Response.json(answer)), {
      observe: {
        onAttempt: () => {
          throw mistake;
        },
      },
    });
    await expect(hermes.chat.completions.create(hello)).resolves.toBeDefined();
    expect(report.mock.calls).toEqual([[mistake]]);
  } finally {
    vi.unstubAllGlobals();
  }
});

test('a failure is told once, as the caller gets it; an abort is none', async () => {
  const failures: HermesError[] = [];
  const observe: Observer = { onFailure: (error) => void failures.push(error) };
  const hermes = clientOf(() => Promise.resolve(new Response('', { status: 401 })), { observe });
  for (const call of [
    () => hermes.chat.completions.create(hello),
    () => hermes.chat.completions.stream(hello).finalCompletion(),
  ]) {
    const error: unknown = await call().catch((caught: unknown) => caught);
    expect(failures.splice(0)).toEqual([error]);
  }
  const signal = AbortSignal.abort('no');
  await expect(hermes.chat.completions.create(hello, { signal })).rejects.toBe('no');
  expect(failures).toEqual([]);
});

test('a log has no key, no header, no query, and nothing of the conversation above debug', async () => {
  const clock = fakeClock();
  const lines: Record<keyof Logger, string[]> = { debug: [], info: [], warn: [], error: [] };
  const observe = logTo({
    debug: (line) => void lines.debug.push(line),
    info: (line) => void lines.info.push(line),
    warn: (line) => void lines.warn.push(line),
    error: (line) => void lines.error.push(line),
  });
  const secret = 'secret-key-0123';
  const options = {
    apiKey: secret,
    runtime: clock.runtime,
    maxRetries: 1,
    observe,
    interceptors: [
      ((next) => (request) =>
        next({ ...request, url: `${request.url}?token=hidden` })) as Interceptor,
    ],
  };
  const hermes = clientOf(busyOnce(), options);
  const call = hermes.chat.completions.create(hello);
  await clock.next();
  await call;
  const bad = { messages: [{ role: 'user' as const, content: 'private words' }], top_p: 7 };
  await expect(hermes.chat.completions.create(bad)).rejects.toThrow();
  const all = Object.values(lines).flat().join('\n');
  expect(all).not.toMatch(/secret-key|Bearer|authorization|hidden/i);
  expect([...lines.info, ...lines.warn, ...lines.error].join('\n')).not.toContain('private');
  expect(lines.info).toEqual([
    'POST https://api.aimlapi.com/v1/chat/completions: 503 after 0 ms',
    'POST https://api.aimlapi.com/v1/chat/completions: 200 after 0 ms, id i-2',
  ]);
  expect(lines.warn).toEqual(['Attempt 1 failed with overloaded; the next in 250 ms']);
  expect(lines.error).toEqual(['The call failed with invalid_request']);
});

test('interceptors stand around all attempts, the first outermost, once per call', async () => {
  const clock = fakeClock();
  const order: string[] = [];
  const named =
    (name: string): Interceptor =>
    (next) =>
    async (request) => {
      order.push(`${name} out`);
      const response = await next({ ...request, headers: { ...request.headers, [name]: '1' } });
      order.push(`${name} in ${response.status}`);
      return response;
    };
  const sent: unknown[] = [];
  const host = busyOnce();
  const hermes = clientOf(
    (_url, init) => {
      order.push('host');
      sent.push(init?.headers);
      return host();
    },
    { runtime: clock.runtime, maxRetries: 1, interceptors: [named('a'), named('b')] },
  );
  const call = hermes.chat.completions.create(hello);
  await clock.next();
  await call;
  expect(order).toEqual(['a out', 'b out', 'host', 'host', 'b in 200', 'a in 200']);
  expect(sent[1]).toMatchObject({ a: '1', b: '1' });
});

test('an interceptor may answer by itself, and is not waited for after an abort', async () => {
  const cached = clientOf(() => expect.fail('it was sent'), {
    interceptors: [() => () => Promise.resolve(Response.json(answer))],
  });
  expect((await cached.chat.completions.create(hello)).id).toBe('a');
  const stuck = clientOf(() => expect.fail('it was sent'), {
    interceptors: [() => () => new Promise(() => undefined)],
  });
  const controller = new AbortController();
  const call = stuck.chat.completions.create(hello, { signal: controller.signal });
  setImmediate(() => controller.abort('enough'));
  await expect(call).rejects.toBe('enough');
});

test("an interceptor's own error is the call's, not a reason to ask again", async () => {
  let asked = 0;
  const { completions } = clientOf(() => expect.fail('it was sent'), {
    maxRetries: 2,
    interceptors: [
      () => () => {
        asked += 1;
        return Promise.reject(new HermesError('mine', { code: 'overloaded' }));
      },
    ],
  }).chat;
  await expect(completions.create(hello)).rejects.toThrow('mine');
  await expect(completions.stream(hello).finalCompletion()).rejects.toThrow('mine');
  expect(asked).toBe(2);
});
