import { expect, test } from 'vitest';
import type { HermesError, HermesOptions, Timeouts } from '../src/index.ts';
import { utf8 } from './bytes.ts';
import { type FakeClock, fakeClock, settle } from './fake-clock.ts';
import { clientOf, hello } from './fake-host.ts';

const chunk = (delta: object, finish_reason: string | null = null): string =>
  `data: ${JSON.stringify({ id: 'a', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
const text = chunk({ content: 'x' });
const thought = chunk({ reasoning_content: 'hm' });
const heartbeat = ': PROCESSING\n\n';
const end = chunk({}, 'stop');

/** A host that sends each piece after a time of the fake clock, and then hangs. */
function slowHost(
  pieces: readonly (readonly [ms: number, piece: string])[],
  clock: FakeClock,
): { fetch: () => Promise<Response>; cancelled: () => boolean } {
  let cancelled = false;
  let next = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const [ms, piece] = pieces[next++] ?? [Infinity, ''];
        // Timers of the host must not count as the client's.
        await new Promise<void>((resolve) => waiting.push({ at: clock.elapsed() + ms, resolve }));
        controller.enqueue(utf8(piece));
      },
      cancel: () => void (cancelled = true),
    },
    { highWaterMark: 0 },
  );
  return { fetch: () => Promise.resolve(new Response(body)), cancelled: () => cancelled };
}

const waiting: { at: number; resolve: () => void }[] = [];

/** Lets time pass second by second, with the host's pieces falling due on the way. */
async function pass(clock: FakeClock, ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 1_000) {
    await clock.pass(1_000);
    for (const { at, resolve } of waiting) if (at <= clock.elapsed()) resolve();
    await settle();
  }
}

const clocks: Timeouts = {
  firstByte: 10_000,
  firstContent: 30_000,
  idleBytes: 15_000,
  idleContent: 40_000,
};

async function outcome(
  pieces: readonly (readonly [ms: number, piece: string])[],
  options: HermesOptions = {},
): Promise<{ error: HermesError; at: number; cancelled: boolean; clock: FakeClock }> {
  const clock = fakeClock();
  const host = slowHost(pieces, clock);
  const hermes = clientOf(host.fetch, { runtime: clock.runtime, timeout: clocks, ...options });
  let at = Number.NaN;
  const call = hermes.chat.completions
    .stream(hello)
    .finalCompletion()
    .then(
      () => expect.fail('the call did not time out'),
      (error: unknown) => {
        at = clock.elapsed();
        return error as HermesError;
      },
    );
  await pass(clock, 200_000);
  return { error: await call, at, cancelled: host.cancelled(), clock };
}

test('headers that do not come run out the clock of the first byte', async () => {
  const clock = fakeClock();
  const hermes = clientOf(() => new Promise(() => undefined), {
    runtime: clock.runtime,
    timeout: clocks,
  });
  const failing = expect(hermes.chat.completions.create(hello)).rejects.toMatchObject({
    code: 'timed_out',
    message: expect.stringContaining('timeout.firstByte') as string,
  });
  await clock.pass(10_000);
  await failing;
  expect(clock.elapsed()).toBe(10_000);
  expect(clock.live()).toBe(0);
});

test.each<[string, [number, string][], string, number]>([
  ['a body that says nothing', [], 'idleBytes', 15_000],
  [
    'heartbeats alone',
    Array.from({ length: 20 }, () => [5_000, heartbeat] as [number, string]),
    'firstContent',
    30_000,
  ],
  ['silence after content', [[1_000, text]], 'idleBytes', 16_000],
  [
    'heartbeats after content',
    [[1_000, text], ...Array.from({ length: 20 }, () => [5_000, heartbeat] as [number, string])],
    'idleContent',
    41_000,
  ],
  [
    'heartbeats after many thoughts',
    [
      ...Array.from({ length: 10 }, () => [10_000, thought] as [number, string]),
      ...Array.from({ length: 20 }, () => [5_000, heartbeat] as [number, string]),
    ],
    'idleContent',
    140_000,
  ],
])('%s', async (_name, pieces, name, ms) => {
  const { error, at, cancelled, clock } = await outcome(pieces);
  expect(error.code).toBe('timed_out');
  expect(error.message).toContain(`timeout.${name} ran out`);
  expect(at).toBe(ms);
  expect(cancelled).toBe(true);
  expect(clock.live()).toBe(0);
});

test('content that stops coming is noticed in time, however patient the other clocks are', async () => {
  const beats = Array.from({ length: 20 }, () => [1_000, heartbeat] as [number, string]);
  const { error, at } = await outcome([[1_000, text], ...beats], {
    timeout: { ...clocks, idleBytes: 100_000, firstContent: 90_000, idleContent: 3_000 },
  });
  expect(error.message).toContain('timeout.idleContent ran out');
  expect(at).toBe(4_000);
});

test('what had arrived is in the error', async () => {
  const { error } = await outcome([[1_000, text]]);
  expect(error.partial?.choices[0]?.message.content).toBe('x');
});

test('a number limits the whole call, however busy the host is', async () => {
  const busy = Array.from({ length: 60 }, () => [1_000, text] as [number, string]);
  const { error, at } = await outcome(busy, { timeout: 25_000 });
  expect(error.message).toContain('timeout.total ran out');
  expect(at).toBe(25_000);
});

test('a clock that runs out before the first content costs an attempt, not the call', async () => {
  const clock = fakeClock();
  let requests = 0;
  const hermes = clientOf(
    () => {
      requests += 1;
      if (requests === 1) return new Promise(() => undefined);
      return Promise.resolve(new Response(text + end));
    },
    { runtime: clock.runtime, timeout: clocks, maxRetries: 1 },
  );
  const call = hermes.chat.completions.stream(hello).finalContent();
  await clock.next();
  await clock.next();
  expect(await call).toBe('x');
  expect(clock.live()).toBe(0);
});

test('the time that the caller takes is not counted against the host', async () => {
  const clock = fakeClock();
  const host = slowHost(
    [
      [1_000, text],
      [1_000, text],
      [1_000, end + 'data: [DONE]\n\n'],
    ],
    clock,
  );
  const hermes = clientOf(host.fetch, { runtime: clock.runtime, timeout: clocks });
  const iterator = hermes.chat.completions.stream(hello)[Symbol.asyncIterator]();
  const types: string[] = [];
  for (;;) {
    const asked = iterator.next();
    await pass(clock, 2_000);
    const result = await asked;
    if (result.done) break;
    types.push(result.value.type);
    await pass(clock, 300_000);
  }
  expect(types).toEqual(['text-delta', 'text-delta', 'finish']);
});

test('nor is the time that the caller takes over a chunk that brings no content', async () => {
  const clock = fakeClock();
  const host = slowHost(
    [
      [1_000, text],
      [1_000, chunk({})],
      [1_000, text],
      [1_000, end + 'data: [DONE]\n\n'],
    ],
    clock,
  );
  const hermes = clientOf(host.fetch, { runtime: clock.runtime, timeout: clocks });
  const opening = hermes.chat.completions.create({ ...hello, stream: true });
  await pass(clock, 2_000);
  const iterator = (await opening)[Symbol.asyncIterator]();
  let chunks = 0;
  for (;;) {
    const asked = iterator.next();
    await pass(clock, 2_000);
    if ((await asked).done) break;
    chunks += 1;
    await pass(clock, 300_000);
  }
  expect(chunks).toBe(4);
});

test('a stream that was opened and is not read keeps no timer, unless the whole call is limited', async () => {
  for (const [timeout, live] of [
    [clocks, 0],
    [60_000, 1],
  ] as const) {
    const clock = fakeClock();
    const host = slowHost([], clock);
    const hermes = clientOf(host.fetch, { runtime: clock.runtime, timeout });
    const stream = await hermes.chat.completions.create({ ...hello, stream: true });
    expect(clock.live()).toBe(live);
    await clock.pass(100_000);
    stream.abort();
    expect(clock.live()).toBe(0);
    expect(host.cancelled()).toBe(true);
  }
});

test('a thousand chunks set a handful of timers', async () => {
  const clock = fakeClock();
  const pieces = [...Array<string>(1_000).fill(text), end];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(utf8(piece));
    },
  });
  const hermes = clientOf(() => Promise.resolve(new Response(body)), { runtime: clock.runtime });
  await hermes.chat.completions.stream(hello).finalCompletion();
  expect(clock.set()).toBeLessThan(6);
  expect(clock.live()).toBe(0);
});

test.each([0, -1, Number.NaN])('a limit of %d is refused', async (timeout) => {
  expect(() => clientOf(() => expect.fail(), { timeout })).toThrow(/timeout/);
  const { completions } = clientOf(() => expect.fail()).chat;
  await expect(completions.create(hello, { timeout })).rejects.toMatchObject({ path: 'timeout' });
  const stream = completions.stream(hello, { timeout });
  await expect(stream.finalCompletion()).rejects.toMatchObject({ path: 'timeout' });
});
