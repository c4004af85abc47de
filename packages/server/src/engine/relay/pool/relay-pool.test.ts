import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { exchangeOf } from '../../../../test/exchange.ts';
import { away, fails, poolOf, says, sends, silent } from '../../../../test/pool-of.ts';
import { EVENT, EVENTS, KEY, refusalOf } from '../../../../test/relay-to.ts';
import { drain } from '../../../../test/upstream.ts';

const STREAMED = exchangeOf({ stream: true });
const ERROR_EVENT = 'data: {"error":{"message":"The engine died.","code":500}}\n\n';

test('calls take turns among upstreams that have nothing to do, and answers say who gave them', async () => {
  const { call } = poolOf({ a: says(), b: says(), c: says() });
  const by = [];
  for (let index = 0; index < 6; index++) by.push((await call()).by);
  expect(by).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
});

test('a call goes where the least is to do', async () => {
  const { pool, call } = poolOf({ a: sends([EVENT], 'wait'), b: says() });
  const busy = await pool.answer(STREAMED);
  const by = [(await call()).by, (await call()).by];
  expect([busy.headers.get('x-hermes4-upstream'), ...by]).toEqual(['a', 'b', 'b']);
  expect(pool.upstreams().map(({ outstanding }) => outstanding)).toEqual([1, 0]);
  await busy.body!.cancel();
  expect(pool.upstreams().map(({ outstanding }) => outstanding)).toEqual([0, 0]);
});

test('turns of one conversation go to one upstream', async () => {
  const { call } = poolOf({ a: says(), b: says(), c: says() });
  const messages = [{ role: 'user', content: 'A long story. '.repeat(100) }];
  const by = [];
  for (let index = 0; index < 5; index++) {
    by.push((await call(exchangeOf({ stream: true, messages: [...messages] }))).by);
    messages.push({ role: 'assistant', content: 'Yes.' }, { role: 'user', content: 'And then?' });
  }
  expect(new Set(by).size).toBe(1);
});

test('without affinity they take turns', async () => {
  const { call } = poolOf({ a: says(), b: says() }, { affinity: false });
  const exchange = exchangeOf({ messages: [{ role: 'user', content: 'Long. '.repeat(300) }] });
  expect([(await call(exchange)).by, (await call(exchange)).by]).toEqual(['a', 'b']);
});

test.each([
  ['cannot be reached', away],
  ['is in trouble', fails(503)],
  ['is busy', fails(429)],
  ['has lost its key', fails(401)],
  ['has run out of money', fails(403)],
  ['breaks off before it has said a word', sends([], 'break')],
  ['ends a stream before it has begun', sends([], 'end')],
  ['begins its stream with an error', sends([ERROR_EVENT], 'end')],
  ['sends its caller elsewhere', fails(302, { location: 'http://elsewhere.test/' })],
])('when one %s, another one answers', async (_, reply) => {
  const { call, asked } = poolOf({ a: reply, b: says() });
  expect(await call()).toEqual({ status: 200, by: 'b', text: EVENT });
  expect(asked).toEqual(['a', 'b']);
});

test('a whole answer that breaks off is asked of another one', async () => {
  const json = { 'content-type': 'application/json' };
  const broken = () =>
    new Response(
      new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(Buffer.from('{"id":"x",')),
        pull: () => Promise.reject(new Error('gone')),
      }),
      { headers: json },
    );
  const { call } = poolOf({ a: broken, b: says('{"id":"y"}', { headers: json }) });
  expect(await call(exchangeOf())).toEqual({ status: 200, by: 'b', text: '{"id":"y"}' });
});

test.each([400, 404, 413, 422])(
  'status %i is the answer: another one would give it too',
  async (status) => {
    const { call, asked } = poolOf({ a: fails(status), b: says() });
    expect(await call()).toMatchObject({ status, by: 'a' });
    expect(asked).toEqual(['a']);
  },
);

test("with the caller's own key, what is said of it is the answer", async () => {
  const { call } = poolOf({ a: fails(401), b: says() }, { upstream: { forwardCallerKey: true } });
  expect(await call()).toMatchObject({ status: 401, by: 'a' });
});

test('after the first byte nobody else is asked: the stream says that it broke off', async () => {
  const { call, asked } = poolOf({ a: sends([EVENT], 'break'), b: says() });
  const { by, text } = await call();
  expect(by).toBe('a');
  expect(text).toBe(
    `${EVENT}data: {"error":{"message":"The upstream broke off its answer (ECONNRESET).","code":502}}\n\n`,
  );
  expect(asked).toEqual(['a']);
});

test('when all fail, the last answer is given, as it came', async () => {
  const { call, asked } = poolOf({ a: away, b: fails(500), c: fails(503), d: says() });
  expect(await call()).toEqual({
    status: 503,
    by: 'c',
    text: '{"error":{"message":"It says 503."}}',
  });
  expect(asked).toEqual(['a', 'b', 'c']);
});

test('when nobody answers at all, the call is refused, and no address or key is told', async () => {
  const { pool } = poolOf({ a: away, b: away }, { upstream: { apiKey: KEY } });
  const refusal = await refusalOf(pool.answer(STREAMED));
  expect(refusal.status).toBe(502);
  expect(refusal.message).toBe('The upstream could not be reached (ECONNREFUSED).');
});

test('an upstream that fails is left alone, and comes back by one call on trial', async () => {
  const { call, replies, clock, changes, standings } = poolOf({ a: away, b: says() });
  for (let index = 0; index < 5; index++) await call();
  expect(standings()).toEqual({ a: 'ejected', b: 'up' });
  expect(changes).toEqual([
    {
      upstream: 'a',
      standing: 'ejected',
      until: clock.now() + 5_000,
      reason: 'The upstream could not be reached (ECONNREFUSED).',
    },
  ]);
  replies['a'] = says();
  await clock.pass(5_000);
  expect((await call()).by).toBe('a');
  expect(standings()).toEqual({ a: 'up', b: 'up' });
  expect(changes.at(-1)).toEqual({ upstream: 'a', standing: 'up', reason: 'It answers again.' });
});

test('streams that break off count against who breaks them', async () => {
  const { call, standings } = poolOf({ a: sends([EVENT], 'break') });
  for (let index = 0; index < 3; index++) await call();
  expect(standings()).toEqual({ a: 'ejected' });
});

test('a caller who leaves counts against nobody', async () => {
  const { pool, standings } = poolOf({ a: silent, b: silent });
  for (let index = 0; index < 8; index++) {
    const leaving = new AbortController();
    const answered = pool.answer(exchangeOf({ stream: true }, { signal: leaving.signal }));
    leaving.abort(new Error('I have left.'));
    await expect(answered).rejects.toThrow('I have left.');
  }
  expect(standings()).toEqual({ a: 'up', b: 'up' });
  expect(pool.upstreams().map(({ failures, outstanding }) => [failures, outstanding])).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

test('when all are left alone, the one that would come back first is tried all the same', async () => {
  const { pool, call, replies, standings } = poolOf({ a: away, b: away });
  for (let index = 0; index < 3; index++) await refusalOf(pool.answer(STREAMED));
  expect(standings()).toEqual({ a: 'ejected', b: 'ejected' });
  replies['a'] = says();
  expect((await call()).by).toBe('a');
  expect(standings()).toEqual({ a: 'up', b: 'ejected' });
});

test('Retry-After is kept to, and told to the caller when it is everybody’s', async () => {
  const { pool, call, asked, clock, standings } = poolOf({
    a: fails(429, { 'retry-after': '30' }),
    b: fails(503, { 'retry-after': '7' }),
  });
  expect((await call()).status).toBe(503);
  expect(standings()).toEqual({ a: 'waiting', b: 'waiting' });
  const refusal = await refusalOf(pool.answer(STREAMED));
  expect([refusal.status, refusal.headers]).toEqual([429, { 'retry-after': '7' }]);
  await clock.pass(7_000);
  await call();
  expect(asked).toEqual(['a', 'b', 'b']);
});

test('what is drained gets no calls, ends its answers, and can be restored', async () => {
  const { pool, call, standings } = poolOf({ a: sends([EVENT], 'wait'), b: says() });
  const busy = await pool.answer(STREAMED);
  let isDrained = false;
  const drained = pool.drain('a').then(() => (isDrained = true));
  for (let index = 0; index < 3; index++) expect((await call()).by).toBe('b');
  expect([isDrained, standings()['a']]).toEqual([false, 'draining']);
  await busy.body!.cancel();
  await drained;
  await pool.drain('b');
  const refusal = await refusalOf(pool.answer(STREAMED));
  expect([refusal.status, refusal.message]).toEqual([
    503,
    'No upstream takes calls: all of them are being taken away.',
  ]);
  pool.restore('b');
  expect((await call()).by).toBe('b');
});

test('a name that is none is told', async () => {
  const { pool } = poolOf({ a: says() });
  await expect(pool.drain('x')).rejects.toThrow('No upstream is called x: there are a.');
  expect(() => pool.restore('x')).toThrow(RangeError);
});

test('a silent upstream is hedged, when that is asked for, and the first to speak answers', async () => {
  const { call, asked, clock, pool } = poolOf({ a: silent, b: says() }, { hedgeAfterMs: 300 });
  const called = call();
  await clock.pass(299);
  expect(asked).toEqual(['a']);
  await clock.pass(1);
  expect((await called).by).toBe('b');
  expect(asked).toEqual(['a', 'b']);
  expect(pool.upstreams()).toMatchObject([
    { outstanding: 0, failures: 0, standing: 'up' },
    { outstanding: 0, failures: 0, standing: 'up' },
  ]);
  expect(clock.live()).toBe(0);
});

test('a hedge that fails leaves the first one its time', async () => {
  let speak: ((response: Response) => void) | undefined;
  const late = () => new Promise<Response>((resolve) => (speak = resolve));
  const { call, asked, clock } = poolOf({ a: late, b: fails(500) }, { hedgeAfterMs: 300 });
  const called = call();
  await clock.pass(300);
  expect(asked).toEqual(['a', 'b']);
  speak?.(new Response(EVENT, { headers: EVENTS }));
  expect((await called).by).toBe('a');
});

test('a whole answer is not hedged: all of it is written before it is sent', async () => {
  const { pool, asked, clock } = poolOf({ a: silent, b: says() }, { hedgeAfterMs: 300 });
  const leaving = new AbortController();
  const answered = pool.answer(exchangeOf({}, { signal: leaving.signal }));
  await clock.pass(1_000);
  leaving.abort();
  await expect(answered).rejects.toThrow();
  expect(asked).toEqual(['a']);
});

test('checks find who is down, and what it has not begun goes elsewhere', async () => {
  let isAlive = true;
  const probe = (url: string) => url.endsWith('/models');
  const { call, replies, clock, standings, changes, pool } = poolOf(
    {
      a: (init, url) => (probe(url) && isAlive ? Response.json({ data: [] }) : silent(init, url)),
      b: (init, url) => (probe(url) ? Response.json({ data: [] }) : says()(init, url)),
    },
    { checks: { intervalMs: 1_000, timeoutMs: 500, failures: 2 } },
  );
  await turn();
  isAlive = false;
  const called = call();
  // Each failed check takes its 500 ms, and the next one comes 1,000 ms later.
  for (const ms of [1_000, 500, 1_000, 500]) await clock.pass(ms);
  expect(await called).toMatchObject({ by: 'b', text: EVENT });
  expect(standings()).toEqual({ a: 'down', b: 'up' });
  expect(changes).toEqual([
    {
      upstream: 'a',
      standing: 'down',
      reason: 'It did not answer a check within 500 ms.',
    },
  ]);
  replies['a'] = says();
  await clock.pass(1_000);
  expect(standings()).toEqual({ a: 'up', b: 'up' });
  pool.close();
  expect(clock.live()).toBe(0);
});

test('where nobody else is up, a call stays with the upstream that checks find down', async () => {
  let speak: ((response: Response) => void) | undefined;
  const { call, clock, standings, pool } = poolOf(
    {
      a: (init, url) =>
        url.endsWith('/models')
          ? silent(init, url)
          : new Promise<Response>((resolve) => (speak = resolve)),
    },
    { checks: { intervalMs: 1_000, timeoutMs: 500, failures: 1 } },
  );
  const called = call();
  await clock.pass(500);
  expect(standings()).toEqual({ a: 'down' });
  speak?.(new Response(EVENT, { headers: EVENTS }));
  expect(await called).toMatchObject({ by: 'a', text: EVENT });
  pool.close();
});

test('a check asks where it is told to, with the key of the calls', async () => {
  const seen: { url: string; key: string | null }[] = [];
  const { pool } = poolOf(
    {
      a: (init, url) => {
        seen.push({ url, key: new Headers(init.headers).get('authorization') });
        return new Response(null, { status: 503 });
      },
    },
    { checks: { path: '/health' }, upstream: { apiKey: KEY } },
  );
  await turn();
  pool.close();
  expect(seen).toEqual([{ url: 'http://a.test/health', key: `Bearer ${KEY}` }]);
});

test.each([
  [{ upstreams: [] }, 'upstreams'],
  [{ upstreams: [{ baseURL: 'http://a/v1' }, { baseURL: 'ftp://b' }] }, 'upstreams[1].baseURL'],
  [{ upstreams: [{ baseURL: 'http://a/v1', name: 'a b' }] }, 'upstreams[0].name'],
  [{ upstreams: [{ baseURL: 'http://a/v1', weight: 0 }] }, 'upstreams[0].weight'],
  [
    {
      upstreams: [
        { baseURL: 'http://a/v1', name: 'x' },
        { baseURL: 'http://b/v1', name: 'x' },
      ],
    },
    'upstreams[1].name',
  ],
  [{ attempts: 0 }, 'attempts'],
  [{ ejection: { failures: 1.5 } }, 'ejection.failures'],
  [{ ejection: { baseMs: -1 } }, 'ejection.baseMs'],
  [{ checks: { path: 'http://other/' } }, 'checks.path'],
  [{ checks: { intervalMs: Number.NaN } }, 'checks.intervalMs'],
  [{ hedgeAfterMs: 2 ** 40 }, 'hedgeAfterMs'],
])('%j cannot be used, and %s is named', (options, path) => {
  expect(() => poolOf({ a: says() }, options)).toThrow(
    expect.objectContaining({
      code: 'invalid_options',
      path,
      message: expect.stringContaining(`Option ${path} cannot be used: expected `) as string,
    }),
  );
});

test('a stream that was broken off is drained without an error: the event is its end', async () => {
  const { pool } = poolOf({ a: sends([EVENT], 'break') });
  expect((await drain((await pool.answer(STREAMED)).body)).error).toBeUndefined();
});
