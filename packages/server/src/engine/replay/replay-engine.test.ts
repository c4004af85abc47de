import { type Cassette, EMPTY_CASSETTE, readCassette, writeCassette } from '@hermes4/core/internal';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exchangeOf } from '../../../test/exchange.ts';
import { handClock } from '../../../test/hand-clock.ts';
import { drain } from '../../../test/upstream.ts';
import { Refusal } from '../../refusal.ts';
import type { EngineExchange, ExchangeEngine } from '../engine.ts';
import { createReplayEngine, type ReplayOptions } from './replay-engine.ts';

const EVENTS = { 'content-type': 'text/event-stream' };
const STREAM = ['data: {"id":"Grüße"}\n\n', 'data: [DONE]\n\n'];
const CALLER_KEY = 'key-of-the-caller-0123456789';

/** An upstream that answers each call as a test says, and counts them. */
function upstreamOf(answer: (exchange: EngineExchange, call: number) => Response) {
  let calls = 0;
  const engine: ExchangeEngine = {
    name: 'fake',
    fingerprint: 'fake-1',
    tokenCounts: 'exact',
    answer: async (exchange) => {
      await Promise.resolve();
      return answer(exchange, calls++);
    },
  };
  return { engine, calls: () => calls };
}

function streamed(
  parts: readonly (string | Uint8Array)[],
  { last = 'end', ...init }: ResponseInit & { last?: 'end' | 'break' | 'wait' } = {},
): Response {
  const rest = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const part = rest.shift();
        if (part) controller.enqueue(part);
        else if (last === 'end') controller.close();
        else if (last === 'break') controller.error(new Error('gone'));
        else return new Promise(() => undefined);
        return undefined;
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: EVENTS, ...init });
}

/** Records, and gives what was saved last. */
function recording(
  answer: (exchange: EngineExchange, call: number) => Response,
  options: ReplayOptions = {},
) {
  const saved: Cassette[] = [];
  const upstream = upstreamOf(answer);
  const engine = createReplayEngine({
    mode: 'record-on-miss',
    upstream: upstream.engine,
    save: (cassette) => void saved.push(cassette),
    ...options,
  });
  return { engine, saved, calls: upstream.calls, cassette: () => saved.at(-1) ?? EMPTY_CASSETTE };
}

async function failureOf(answered: Promise<unknown>): Promise<unknown> {
  return answered.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
}

test('what was recorded is played byte by byte, with its status and its headers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array()),
      fc.constantFrom(200, 201, 299),
      async (parts, status) => {
        const { engine, cassette } = recording(() => streamed(parts, { status }));
        const first = await drain((await engine.answer(exchangeOf())).body);
        const again = readCassette(writeCassette(cassette()));
        const response = await createReplayEngine({ cassette: again }).answer(exchangeOf());
        expect(response.status).toBe(status);
        expect(response.headers.get('content-type')).toBe('text/event-stream');
        expect(await drain(response.body)).toEqual(first);
        expect(Buffer.compare(first.bytes, Buffer.concat(parts))).toBe(0);
      },
    ),
  );
});

test('a recording is found again however its request is written', async () => {
  const { engine, calls } = recording(() => streamed(STREAM));
  await drain((await engine.answer(exchangeOf({ seed: 1, stream: true }))).body);
  const written = exchangeOf({ stream: true, seed: 1 }, { headers: { 'x-else': '1' } });
  const text = JSON.stringify(JSON.parse(written.text), null, 2);
  expect(await (await engine.answer({ ...written, text })).text()).toBe(STREAM.join(''));
  expect(calls()).toBe(1);
});

test('a miss is refused and spends nothing, even with an upstream at hand', async () => {
  const made = recording(() => streamed(STREAM));
  await drain((await made.engine.answer(exchangeOf({ seed: 1 }))).body);
  const upstream = upstreamOf(() => streamed(STREAM));
  const engine = createReplayEngine({ cassette: made.cassette(), upstream: upstream.engine });
  const refusal = await failureOf(engine.answer(exchangeOf({ seed: 2 })));
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({
    status: 404,
    message:
      'No recording answers POST /v1/chat/completions. The nearest is exchanges[0]: body.seed was 1 and is now 2. Nothing was sent to any host; the mode record-on-miss would record it.',
  });
  expect(upstream.calls()).toBe(0);
});

test('several recordings of one request are played in order, then the last one again', async () => {
  const { engine, cassette } = recording((_, call) => streamed([`${call}`]), { mode: 'record' });
  for (let call = 0; call < 3; call++) await drain((await engine.answer(exchangeOf())).body);
  const play = async (options: ReplayOptions): Promise<unknown[]> => {
    const replay = createReplayEngine({ cassette: cassette(), ...options });
    const told: unknown[] = [];
    for (let call = 0; call < 4; call++) {
      told.push(
        await replay.answer(exchangeOf()).then(
          (response) => response.text(),
          () => 'miss',
        ),
      );
    }
    return told;
  };
  expect(await play({})).toEqual(['0', '1', '2', '2']);
  expect(await play({ repeats: 'refuse' })).toEqual(['0', '1', '2', 'miss']);
});

test('recording anew replaces what earlier runs recorded of the same request, and nothing else', async () => {
  const before = recording((_, call) => streamed([`old ${call}`]));
  for (const seed of [1, 2]) await drain((await before.engine.answer(exchangeOf({ seed }))).body);
  const after = recording(() => streamed(['new']), { mode: 'record', cassette: before.cassette() });
  await drain((await after.engine.answer(exchangeOf({ seed: 1 }))).body);
  const texts = after.cassette().exchanges.map(({ response }) => response.pieces);
  expect(texts).toMatchObject([[{ text: 'new' }], [{ text: 'old 1' }]]);
});

test('an answer that is no good one is passed on and does not become a recording of a miss', async () => {
  const busy = (): Response => streamed(['busy'], { status: 429, headers: { 'retry-after': '5' } });
  const { engine, saved, calls } = recording(busy);
  for (let call = 0; call < 2; call++) {
    const response = await engine.answer(exchangeOf());
    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([
      429,
      '5',
      'busy',
    ]);
  }
  expect([calls(), saved]).toEqual([2, []]);
});

test('whoever records on purpose records errors, too', async () => {
  const { engine, cassette } = recording(() => streamed(['busy'], { status: 429 }), {
    mode: 'record',
  });
  await drain((await engine.answer(exchangeOf())).body);
  const response = await createReplayEngine({ cassette: cassette() }).answer(exchangeOf());
  expect([response.status, await response.text()]).toEqual([429, 'busy']);
});

test('an answer that breaks off is passed on as far as it came and is not recorded', async () => {
  const { engine, saved } = recording(() => streamed([STREAM[0]!], { last: 'break' }));
  const { bytes, error } = await drain((await engine.answer(exchangeOf())).body);
  expect(Buffer.from(bytes).toString()).toBe(STREAM[0]);
  expect(error).toEqual(new Error('gone'));
  expect(saved).toEqual([]);
});

test.each([
  [1, 0],
  [2, 1],
])('of a stream that is left after %i events, %i is recorded', async (count, recorded) => {
  const { engine, cassette } = recording(() => streamed(STREAM, { last: 'wait' }));
  const reader = (await engine.answer(exchangeOf())).body!.getReader();
  for (let at = 0; at < count; at++) await reader.read();
  await reader.cancel();
  expect(cassette().exchanges).toHaveLength(recorded);
});

test('a caller who leaves while the host is at work leaves the earlier recording as it is', async () => {
  const before = recording(() => streamed(['old']));
  await drain((await before.engine.answer(exchangeOf())).body);
  const after = recording(
    ({ request }) => streamed(['new'], { last: request.seed === 1 ? 'end' : 'wait' }),
    { mode: 'record', cassette: before.cassette() },
  );
  const reader = (await after.engine.answer(exchangeOf())).body!.getReader();
  await reader.read();
  const next = reader.read();
  await reader.cancel();
  expect((await next).done).toBe(true);
  await drain((await after.engine.answer(exchangeOf({ seed: 1 }))).body);
  const texts = after.cassette().exchanges.map(({ response }) => response.pieces);
  expect(texts).toMatchObject([[{ text: 'old' }], [{ text: 'new' }]]);
});

test('a host that hangs up roughly behind its [DONE] has been recorded', async () => {
  const { engine, cassette } = recording(() => streamed(STREAM, { last: 'break' }));
  await drain((await engine.answer(exchangeOf())).body);
  expect(cassette().exchanges).toHaveLength(1);
});

test('a refusal of the upstream is passed on and leaves no place behind', async () => {
  const refusal = new Refusal(502, 'no');
  const { engine, cassette } = recording((_, call) => {
    if (call === 0) throw refusal;
    return streamed(STREAM);
  });
  expect(await failureOf(engine.answer(exchangeOf()))).toBe(refusal);
  await drain((await engine.answer(exchangeOf())).body);
  expect(cassette().exchanges).toHaveLength(1);
});

test('a hundred recordings at once lose none, in the order of asking, saved one at a time', async () => {
  let storing = 0;
  let most = 0;
  let last = EMPTY_CASSETTE;
  let times = 0;
  const { engine } = recording(({ request }) => streamed([`${request.seed ?? ''}`, ...STREAM]), {
    save: async (cassette) => {
      most = Math.max(most, ++storing);
      times += 1;
      await new Promise((resolve) => setImmediate(resolve));
      last = cassette;
      storing -= 1;
    },
  });
  const seeds = Array.from({ length: 100 }, (_, index) => index + 1);
  const responses = await Promise.all(seeds.map((seed) => engine.answer(exchangeOf({ seed }))));
  await Promise.all(responses.reverse().map((response) => drain(response.body)));
  const asked = last.exchanges.map(({ request }) => (request.body as { seed: number }).seed);
  expect(asked).toEqual(seeds);
  expect(most).toBe(1);
  expect(times).toBeLessThan(100);
});

test('the end of an answer waits until it is stored, and says when that failed', async () => {
  const { engine } = recording(() => streamed(STREAM), {
    save: () => Promise.reject(new Error('disk full')),
  });
  const { bytes, error } = await drain((await engine.answer(exchangeOf())).body);
  expect(Buffer.from(bytes).toString()).toBe(STREAM.join(''));
  expect(error).toEqual(new Error('disk full'));
});

test('after a failed storing the next one is tried', async () => {
  const saved: Cassette[] = [];
  const { engine } = recording(() => streamed(STREAM), {
    save: (cassette) => {
      saved.push(cassette);
      if (saved.length === 1) throw new Error('disk full');
    },
  });
  await drain((await engine.answer(exchangeOf({ seed: 1 }))).body);
  const { error } = await drain((await engine.answer(exchangeOf({ seed: 2 }))).body);
  expect(error).toBeUndefined();
  expect(saved.at(-1)!.exchanges).toHaveLength(2);
});

test('what is too large to record is an error that says which limit', async () => {
  const large = recording(() => streamed(['x'.repeat(101)]), { maxExchangeBytes: 100 });
  const one = await drain((await large.engine.answer(exchangeOf())).body);
  expect(String(one.error)).toContain('larger than 100 bytes. Raise maxExchangeBytes');
  const full = recording(() => streamed(STREAM), { maxCassetteBytes: 100 });
  const other = await drain((await full.engine.answer(exchangeOf())).body);
  expect(String(other.error)).toContain('The cassette is full');
  expect([large.saved, full.saved]).toEqual([[], []]);
});

test('no key is recorded, wherever it stood', async () => {
  const secret = 'another-secret-word';
  const { engine, cassette } = recording(
    () =>
      streamed(
        [
          `data: {"echo":"${CALLER_KEY.slice(0, 9)}`,
          `${CALLER_KEY.slice(9)} ${secret}"}\n\n`,
          STREAM[1]!,
        ],
        {
          headers: {
            ...EVENTS,
            'set-cookie': 'session=1',
            'x-ratelimit-key': CALLER_KEY,
            'openai-organization': 'org-1',
          },
        },
      ),
    { secrets: [secret] },
  );
  const headers = {
    authorization: `Bearer ${CALLER_KEY}`,
    cookie: 'session=cookie-of-the-caller',
    accept: CALLER_KEY,
  };
  const messages = [{ role: 'user', content: `My key is ${CALLER_KEY}, my word ${secret}.` }];
  await drain((await engine.answer(exchangeOf({ messages }, { headers }))).body);
  const text = writeCassette(cassette());
  const bytes = cassette().exchanges.flatMap(({ response }) => response.pieces);
  for (const hidden of [CALLER_KEY, secret, 'cookie-of-the-caller', 'session', 'org-1']) {
    expect(text).not.toContain(hidden);
    expect(bytes.map((piece) => ('text' in piece ? piece.text : '')).join('')).not.toContain(
      hidden,
    );
  }
  expect(text).toContain('My key is [key], my word [key].');
});

test('callers with keys of their own find the recordings of others', async () => {
  const { engine, calls } = recording(() => streamed(STREAM));
  for (const key of [CALLER_KEY, 'a-much-shorter-key']) {
    const messages = [{ role: 'user', content: `I am ${key}` }];
    const exchange = exchangeOf({ messages }, { headers: { authorization: `Bearer ${key}` } });
    await drain((await engine.answer(exchange)).body);
  }
  expect(calls()).toBe(1);
});

test('recorded pauses are kept when asked for, and cost nothing otherwise', async () => {
  const clock = handClock();
  const slow = recording(() => streamed(STREAM), { clock });
  const reader = (await slow.engine.answer(exchangeOf())).body!.getReader();
  for (const ms of [50, 70, 0]) {
    await clock.pass(ms);
    await reader.read();
  }
  const [recorded] = slow.cassette().exchanges;
  expect(recorded!.response.pieces.map(({ atMs }) => atMs)).toEqual([50, 120]);

  const instant = createReplayEngine({ cassette: slow.cassette(), clock });
  expect(await (await instant.answer(exchangeOf())).text()).toBe(STREAM.join(''));

  const timed = createReplayEngine({ cassette: slow.cassette(), clock, timing: 'recorded' });
  const played = (await timed.answer(exchangeOf())).body!.getReader();
  const arrived: number[] = [];
  const startedAt = clock.now();
  const reading = (async () => {
    while (!(await played.read()).done) arrived.push(clock.now() - startedAt);
  })();
  for (let ms = 0; ms < 13; ms++) await clock.pass(10);
  await reading;
  expect(arrived).toEqual([50, 120]);
});

test('a caller who leaves during a pause ends it', async () => {
  const clock = handClock();
  const response = { status: 200, headers: EVENTS, atMs: 0, pieces: [{ atMs: 99, text: 'late' }] };
  const made = recording(() => streamed(STREAM));
  await drain((await made.engine.answer(exchangeOf())).body);
  const [{ request }] = made.cassette().exchanges as [Cassette['exchanges'][0]];
  const cassette = { ...EMPTY_CASSETTE, exchanges: [{ request, response }] };
  const engine = createReplayEngine({ cassette, clock, timing: 'recorded' });

  const reader = (await engine.answer(exchangeOf())).body!.getReader();
  const read = reader.read();
  await reader.cancel();
  expect((await read).done).toBe(true);

  const controller = new AbortController();
  const aborted = (await engine.answer(exchangeOf({}, controller))).body!.getReader();
  const failed = failureOf(aborted.read());
  controller.abort('bored');
  expect(await failed).toBe('bored');
  expect(clock.live()).toBe(0);
});

test('a mode that records needs an upstream', () => {
  expect(() => createReplayEngine({ mode: 'record' })).toThrow(
    'Option upstream is missing: the mode record needs one to record.',
  );
});

test('only an engine that may call its upstream holds its key', () => {
  const upstream = { ...upstreamOf(() => streamed(STREAM)).engine, holdsKey: true };
  expect(createReplayEngine({ upstream }).holdsKey).toBe(false);
  expect(createReplayEngine({ upstream, mode: 'record-on-miss' }).holdsKey).toBe(true);
});

test('a cassette that is none is refused with the place', () => {
  const cassette = { ...EMPTY_CASSETTE, version: 2 } as unknown as Cassette;
  expect(() => createReplayEngine({ cassette })).toThrow('cannot be used at version');
});
