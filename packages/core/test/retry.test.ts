import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import type { Fetch, Hermes, HermesOptions } from '../src/index.ts';
import { utf8 } from './bytes.ts';
import { type FakeClock, fakeClock, settle } from './fake-clock.ts';
import { answer, bodyOf, clientOf, hello } from './fake-host.ts';

const chunk = (delta: object, finish_reason: string | null = null): string =>
  `data: ${JSON.stringify({ id: 'a', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
const role = chunk({ role: 'assistant', content: '' });
const whole = role + chunk({ content: 'Hi' }) + chunk({}, 'stop');

type Step = Response | Error | string;

/** A client of a host that answers each request with the next of these, on a clock that stands still. */
function scripted(
  steps: readonly Step[],
  options: HermesOptions = {},
): { hermes: Hermes; clock: FakeClock; requests: () => number } {
  const clock = fakeClock();
  let requests = 0;
  const fetch: Fetch = () => {
    const step = steps[requests++];
    if (step instanceof Error) return Promise.reject(step);
    return Promise.resolve(
      step instanceof Response ? step : new Response(step ?? JSON.stringify(answer)),
    );
  };
  const hermes = clientOf(fetch, { maxRetries: 2, runtime: clock.runtime, ...options });
  return { hermes, clock, requests: () => requests };
}

const refused = (status: number, headers: HeadersInit = {}, message = 'no'): Response =>
  Response.json({ message }, { status, headers });

test.each([408, 409, 425, 429, 500, 502, 503, 504, 524, 529])(
  'status %i is followed by another attempt',
  async (status) => {
    const { hermes, clock, requests } = scripted([refused(status)]);
    const call = hermes.chat.completions.create(hello);
    await clock.next();
    await call;
    expect(requests()).toBe(2);
    expect(clock.live()).toBe(0);
  },
);

test.each([
  [400, 'bad'],
  [401, 'no key'],
  [402, 'Insufficient credits'],
  [403, 'no'],
  [404, 'no'],
  [422, 'no'],
  [429, 'You exceeded your current quota'],
  [500, 'Coupon code not found'],
])('status %i with "%s" is not', async (status, message) => {
  const { hermes, clock, requests } = scripted([refused(status, {}, message)]);
  await expect(hermes.chat.completions.create(hello)).rejects.toMatchObject({ status });
  expect(requests()).toBe(1);
  expect(clock.live()).toBe(0);
});

test('a connection that fails is tried again, as often as asked, and then is the error', async () => {
  const { hermes, clock, requests } = scripted(Array<Error>(9).fill(new TypeError('fetch failed')));
  const call = hermes.chat.completions.create(hello, { maxRetries: 3 });
  const failing = expect(call).rejects.toMatchObject({ code: 'connection_failed' });
  while (await clock.next());
  await failing;
  expect(requests()).toBe(4);
});

test('pauses double up to eight seconds, and the dice decide how much of them is waited', async () => {
  const pauses: number[] = [];
  const { hermes, clock } = scripted(Array<Error>(9).fill(new TypeError('x')), {
    maxRetries: 6,
    observe: { onRetry: ({ delayMs }) => void pauses.push(delayMs) },
  });
  const failing = expect(hermes.chat.completions.create(hello)).rejects.toThrow();
  while (await clock.next());
  await failing;
  expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000]);
});

test.each<[Record<string, string>, number]>([
  [{ 'retry-after': '7' }, 7_000],
  [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:12 GMT' }, 12_000],
  [{ 'retry-after-ms': '40' }, 40],
])('a host that asks to wait gets its wish: %j', async (headers, ms) => {
  const { hermes, clock, requests } = scripted([refused(429, headers)]);
  const call = hermes.chat.completions.create(hello);
  await clock.pass(ms - 1);
  expect(requests()).toBe(1);
  await clock.pass(1);
  await call;
  expect(requests()).toBe(2);
});

test('a host that asks for more than a minute is not asked again, and the caller is told', async () => {
  const { hermes, requests } = scripted([refused(503, { 'retry-after': '61' })]);
  await expect(hermes.chat.completions.create(hello)).rejects.toMatchObject({
    code: 'overloaded',
    retryAfterMs: 61_000,
  });
  expect(requests()).toBe(1);
});

test('how long a host may make the client wait can be set, for all calls and for one', async () => {
  const asking = [refused(503, { 'retry-after': '90' }), refused(503, { 'retry-after': '90' })];
  const { hermes, clock, requests } = scripted(asking, { maxRetryAfterMs: 90_000 });
  await expect(
    hermes.chat.completions.create(hello, { maxRetryAfterMs: 89_999 }),
  ).rejects.toMatchObject({ retryAfterMs: 90_000 });
  const call = hermes.chat.completions.create(hello);
  await clock.pass(90_000);
  await call;
  expect(requests()).toBe(3);
  await expect(
    hermes.chat.completions.create(hello, { maxRetryAfterMs: -1 }),
  ).rejects.toMatchObject({ code: 'invalid_options', path: 'maxRetryAfterMs' });
});

test('a pause that would outlast the call is not begun', async () => {
  const { hermes, clock } = scripted([refused(503, { 'retry-after': '30' })], { timeout: 20_000 });
  await expect(hermes.chat.completions.create(hello)).rejects.toMatchObject({ code: 'overloaded' });
  expect(clock.elapsed()).toBe(0);
});

test('an abort wakes a pause at once, with its own reason, and leaves nothing behind', async () => {
  const { hermes, clock, requests } = scripted([refused(503)]);
  const controller = new AbortController();
  const { signal } = controller;
  const call = hermes.chat.completions.create(hello, { signal });
  await settle();
  expect(clock.live()).toBe(1);
  controller.abort('enough');
  await expect(call).rejects.toBe('enough');
  expect(requests()).toBe(1);
  expect(clock.live()).toBe(0);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test("a failed attempt's body is let go of, however much of it is left", async () => {
  const { body, sent } = bodyOf(Array<Uint8Array>(20).fill(utf8('x'.repeat(10_000))), {
    hang: true,
  });
  const { hermes, clock } = scripted([new Response(body, { status: 503 })]);
  const call = hermes.chat.completions.create(hello);
  await settle();
  expect(sent.cancelled).toBe(true);
  await clock.next();
  await call;
});

test.each<[string, Step]>([
  ['that ends before its beginning', role],
  ['that is empty', ''],
  ['that reports an error first', 'data: {"error":{"message":"busy","code":503}}\n\n'],
  [
    'whose connection breaks',
    new Response(new ReadableStream({ start: (it) => it.error(new Error('reset')) })),
  ],
])('a stream %s is asked for again, and its reader sees only the second', async (_name, broken) => {
  const { hermes, clock, requests } = scripted([broken, whole]);
  const seen: unknown[] = [];
  const stream = await hermes.chat.completions.create({ ...hello, stream: true });
  const reading = (async () => {
    for await (const { choices } of stream) seen.push(choices[0]?.delta);
  })();
  await clock.next();
  await reading;
  expect(seen).toEqual([{ role: 'assistant', content: '' }, { content: 'Hi' }, {}]);
  expect(requests()).toBe(2);
  expect(clock.live()).toBe(0);
});

test('a stream that has begun to answer is never asked for again', async () => {
  const { hermes, clock, requests } = scripted([role + chunk({ content: 'H' }), whole]);
  const failing = expect(
    hermes.chat.completions.stream(hello).finalCompletion(),
  ).rejects.toMatchObject({
    code: 'stream_interrupted',
    partial: { choices: [{ message: { content: 'H' } }] },
  });
  while (await clock.next());
  await failing;
  expect(requests()).toBe(1);
});

test('a stream that breaks too often before its beginning fails with what it did bring', async () => {
  const { hermes, clock, requests } = scripted([role, role, role, whole]);
  const failing = expect(
    hermes.chat.completions.stream(hello).finalCompletion(),
  ).rejects.toMatchObject({ code: 'stream_interrupted', partial: { id: 'a' } });
  while (await clock.next());
  await failing;
  expect(requests()).toBe(3);
});

test('a whole answer whose body breaks is asked for again', async () => {
  const broken = new Response(new ReadableStream({ start: (it) => it.error(new Error('reset')) }));
  const { hermes, clock, requests } = scripted([broken]);
  const call = hermes.chat.completions.create(hello);
  await clock.next();
  expect((await call).choices[0]?.message.content).toBe('Hi');
  expect(requests()).toBe(2);
});
