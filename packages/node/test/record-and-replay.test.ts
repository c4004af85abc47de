import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createHermes, type Fetch, type RecordOptions, record, replay } from '../src/index.ts';
import { handClock } from './hand-clock.ts';
import { inFolder } from './in-folder.ts';
import { type Last, streamed } from './streamed.ts';

const URL_ASKED = 'https://api.example/v1/chat/completions';
const KEY = 'sk-very-secret-0123456789';
const CHUNK = { id: 'a', object: 'chat.completion.chunk', created: 1, model: 'm' };
const STREAM = [
  `data: ${JSON.stringify({ ...CHUNK, choices: [{ index: 0, delta: { content: 'Grü' } }] })}\n\n`,
  `data: ${JSON.stringify({ ...CHUNK, choices: [{ index: 0, delta: { content: 'ße' }, finish_reason: 'stop' }] })}\n\n`,
  'data: [DONE]\n\n',
];

function post(body: unknown, init: RequestInit = {}): [string, RequestInit] {
  return [URL_ASKED, { method: 'POST', body: JSON.stringify(body), ...init }];
}

/** A host that answers with each of these in turn, and notes what it was asked. */
function hostOf(...answers: (() => Response)[]) {
  const rest = [...answers];
  return vi.fn<Fetch>(() => {
    const answer = rest.length > 1 ? rest.shift() : rest[0];
    return Promise.resolve(answer?.() ?? Response.error());
  });
}

function inCassette<Result>(use: (path: string) => Promise<Result>): Promise<Result> {
  return inFolder((folder) => use(join(folder, 'deep', 'hello.cassette.json')));
}

async function fill(path: string, body: unknown, answer: () => Response, options?: RecordOptions) {
  await (await record(hostOf(answer), path, options)(...post(body))).arrayBuffer();
}

async function exchangesIn(path: string): Promise<{ response: { pieces: unknown[] } }[]> {
  return (JSON.parse(await readFile(path, 'utf8')) as { exchanges: [] }).exchanges;
}

/** The next error that nobody catches, which then does not end the process. */
function nextUncaught(): Promise<unknown> {
  const usual = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  return new Promise((resolve) => {
    process.once('uncaughtException', (error) => {
      for (const listener of usual) process.on('uncaughtException', listener);
      resolve(error);
    });
  });
}

async function textsOf(fetch: Fetch, bodies: readonly unknown[]): Promise<unknown[]> {
  const texts: unknown[] = [];
  for (const body of bodies) texts.push(await (await fetch(...post(body))).text());
  return texts;
}

test('a client records with a key and replays without one', async () => {
  await inCassette(async (path) => {
    const messages = [{ role: 'user' as const, content: `My key is ${KEY}.` }];
    const said = async (fetch: Fetch, apiKey?: string): Promise<unknown> =>
      createHermes({ fetch, apiKey }, {}).chat.completions.stream({ messages }).finalContent();
    const host = hostOf(() => streamed(STREAM));
    expect(await said(record(host, path), KEY)).toBe('Grüße');
    expect(await readFile(path, 'utf8')).not.toContain(KEY);
    expect(await readdir(join(path, '..'))).toEqual(['hello.cassette.json']);
    await expect(said(replay(path))).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining(
        'body.messages[0].content was "My key is [key]." and is now "My key is sk-very-secret-0123456789."',
      ) as string,
    });
    expect(await said(replay(pathToFileURL(path), { secrets: [KEY] }))).toBe('Grüße');
    expect(await said(replay(path), KEY)).toBe('Grüße');
    expect(host).toHaveBeenCalledTimes(1);
  });
});

test('what is recorded arrives as it came, and is played byte by byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array()),
      fc.constantFrom(200, 299, 429, 503),
      (pieces, status) =>
        inCassette(async (path) => {
          const bytesOf = async (response: Response): Promise<Buffer> => {
            expect(response.status).toBe(status);
            expect(response.headers.get('content-type')).toBe('text/event-stream');
            return Buffer.from(await response.arrayBuffer());
          };
          const recording = record(
            hostOf(() => streamed(pieces, { status })),
            path,
          );
          const first = await bytesOf(await recording(...post({})));
          expect(first.equals(Buffer.concat(pieces))).toBe(true);
          expect((await bytesOf(await replay(path)(...post({})))).equals(first)).toBe(true);
        }),
    ),
    { numRuns: 30 },
  );
});

test('a whole answer is recorded, too', async () => {
  await inCassette(async (path) => {
    await fill(path, {}, () => Response.json({ id: 'a' }));
    expect(await (await replay(path)(...post({}))).json()).toEqual({ id: 'a' });
  });
});

test('an answer without a body is recorded as one', async () => {
  await inCassette(async (path) => {
    await fill(path, {}, () => new Response(null, { status: 204 }));
    const response = await replay(path)(...post({}));
    expect([response.status, response.body]).toEqual([204, null]);
  });
});

test('a recording is found again whatever the host, the headers and the order of names', async () => {
  await inCassette(async (path) => {
    await fill(path, { model: 'm', seed: 1 }, () => streamed(['x']));
    const response = await replay(path)('http://localhost:1/v1/chat/completions', {
      method: 'POST',
      headers: { 'x-else': '1' },
      body: '{ "seed": 1, "model": "m" }',
    });
    expect(await response.text()).toBe('x');
  });
});

test('a miss says what was asked and what comes nearest, and is not tried again', async () => {
  await inCassette(async (path) => {
    await fill(path, { seed: 1 }, () => streamed(['x']));
    const fetch = vi.fn(replay(path));
    const response = await fetch(...post({ seed: 2 }));
    expect([response.status, await response.json()]).toEqual([
      404,
      {
        message:
          'No recording answers POST /v1/chat/completions. The nearest is exchanges[0]: body.seed was 1 and is now 2. Nothing was sent to any host; record(fetch, path) in the mode record-on-miss would record it.',
      },
    ]);
    const hermes = createHermes({ fetch }, {});
    const messages = [{ role: 'user' as const, content: 'Hello' }];
    await expect(hermes.chat.completions.create({ messages })).rejects.toMatchObject({
      name: 'HermesError',
      code: 'not_found',
    });
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

test('several recordings of one request are played in order, then the last one again', async () => {
  await inCassette(async (path) => {
    const host = hostOf(
      () => streamed(['1']),
      () => streamed(['2']),
    );
    expect(await textsOf(record(host, path), [{}, {}])).toEqual(['1', '2']);
    expect(await textsOf(replay(path), [{}, {}, {}])).toEqual(['1', '2', '2']);
    const strict = replay(path, { repeats: 'refuse' });
    expect(await textsOf(strict, [{}, {}])).toEqual(['1', '2']);
    expect((await strict(...post({}))).status).toBe(404);
  });
});

test('recording anew replaces what was recorded of the same request, and nothing else', async () => {
  await inCassette(async (path) => {
    await fill(path, { seed: 1 }, () => streamed(['old 1']));
    await fill(path, { seed: 2 }, () => streamed(['old 2']));
    await fill(path, { seed: 1 }, () => streamed(['new 1']));
    expect(await textsOf(replay(path), [{ seed: 1 }, { seed: 2 }])).toEqual(['new 1', 'old 2']);
  });
});

test('recording on a miss asks the host for what is missing, and keeps good answers alone', async () => {
  await inCassette(async (path) => {
    await fill(path, { seed: 1 }, () => streamed(['old']));
    const host = hostOf(
      () => streamed(['busy'], { status: 503 }),
      () => streamed(['good']),
    );
    const fetch = record(host, path, { mode: 'record-on-miss' });
    const asked = [{ seed: 1 }, { seed: 2 }, { seed: 2 }, { seed: 2 }];
    expect(await textsOf(fetch, asked)).toEqual(['old', 'busy', 'good', 'good']);
    expect(host).toHaveBeenCalledTimes(2);
    expect(await exchangesIn(path)).toHaveLength(2);
  });
});

test('calls side by side are recorded in the order of asking', async () => {
  await inCassette(async (path) => {
    const fetch = record(
      hostOf(
        () => streamed(['1']),
        () => streamed(['2']),
        () => streamed(['3']),
      ),
      path,
    );
    const responses = await Promise.all([1, 1, 1].map((seed) => fetch(...post({ seed }))));
    for (const response of responses.reverse()) await response.text();
    const asked = Array.from({ length: 3 }, () => ({ seed: 1 }));
    expect(await textsOf(replay(path), asked)).toEqual(['1', '2', '3']);
  });
});

test.each<[string, number, Last, number]>([
  ['left before its [DONE]', 2, 'wait', 0],
  ['left after its [DONE]', 3, 'wait', 1],
])('a stream that is %s is recorded or not', async (_, count, last, recorded) => {
  await inCassette(async (path) => {
    await fill(path, { seed: 0 }, () => streamed(['x']));
    const fetch = record(
      hostOf(() => streamed(STREAM, { last })),
      path,
    );
    const reader = (await fetch(...post({}))).body!.getReader();
    for (let at = 0; at < count; at++) await reader.read();
    const next = reader.read();
    await reader.cancel();
    expect((await next).done).toBe(true);
    expect(await exchangesIn(path)).toHaveLength(1 + recorded);
  });
});

test('a stream that breaks off is passed on as far as it came, and not recorded', async () => {
  await inCassette(async (path) => {
    const fetch = record(
      hostOf(() => streamed(STREAM.slice(0, 1), { last: 'break' })),
      path,
    );
    const reader = (await fetch(...post({}))).body!.getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe(STREAM[0]);
    await expect(reader.read()).rejects.toThrow('gone');
    expect(() => replay(path)).toThrow('There is no cassette');
  });
});

test('a host that cannot be reached leaves the cassette as it is', async () => {
  await inCassette(async (path) => {
    await fill(path, {}, () => streamed(['old']));
    const fetch = record(() => Promise.reject(new Error('away')), path);
    await expect(fetch(...post({}))).rejects.toThrow('away');
    expect(await textsOf(replay(path), [{}])).toEqual(['old']);
  });
});

test.each([
  ['an answer', { maxExchangeBytes: 5 }, 'larger than 5 bytes'],
  ['a cassette', { maxCassetteBytes: 100 }, 'larger than 100 characters'],
])('%s that is too large fails its reading and is not stored', async (_, options, words) => {
  await inCassette(async (path) => {
    const fetch = record(
      hostOf(() => streamed(STREAM)),
      path,
      options,
    );
    await expect((await fetch(...post({}))).text()).rejects.toMatchObject({
      code: 'response_too_large',
      message: expect.stringContaining(words) as string,
    });
    expect(() => replay(path)).toThrow('There is no cassette');
  });
});

test('a recording that cannot be stored fails its reading and leaves no draft', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'taken');
    const fetch = record(
      hostOf(() => streamed(STREAM)),
      path,
    );
    await mkdir(path);
    await expect((await fetch(...post({}))).text()).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(await readdir(folder)).toEqual(['taken']);
  });
});

test('a recording that cannot be stored after its reader has left is reported as uncaught', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'taken');
    const fetch = record(
      hostOf(() => streamed(STREAM, { last: 'wait' })),
      path,
    );
    await mkdir(path);
    const uncaught = nextUncaught();
    const reader = (await fetch(...post({}))).body!.getReader();
    for (const _ of STREAM) await reader.read();
    await reader.cancel();
    expect(String(await uncaught)).toMatch(/EISDIR|ENOTEMPTY|EEXIST/);
  });
});

test('recorded pauses are kept when asked for, and cost nothing otherwise', async () => {
  await inCassette(async (path) => {
    const clock = handClock();
    const fetch = record(
      hostOf(() => streamed(['a', 'b'])),
      path,
      { clock },
    );
    const reader = (await fetch(...post({}))).body!.getReader();
    for (const ms of [50, 70, 0]) {
      await clock.pass(ms);
      await reader.read();
    }
    expect(await textsOf(replay(path, { clock }), [{}])).toEqual(['ab']);

    const startedAt = clock.now();
    const timed = replay(path, { clock, timing: 'recorded' });
    const played = (await timed(...post({}))).body!.getReader();
    const arrived: number[] = [];
    const reading = (async () => {
      while (!(await played.read()).done) arrived.push(clock.now() - startedAt);
    })();
    for (let ms = 0; ms < 13; ms++) await clock.pass(10);
    await reading;
    expect(arrived).toEqual([50, 120]);
  });
});

test('an abort ends a pause with its own reason, and a leaving reader ends it, too', async () => {
  await inCassette(async (path) => {
    const clock = handClock();
    const slow = record(
      hostOf(() => streamed(['late'])),
      path,
      { clock },
    );
    const response = await slow(...post({}));
    await clock.pass(99);
    await response.text();

    const fetch = replay(path, { clock, timing: 'recorded' });
    const controller = new AbortController();
    const aborted = (await fetch(...post({}, { signal: controller.signal }))).body!.getReader();
    const failed = aborted.read();
    controller.abort('bored');
    await expect(failed).rejects.toBe('bored');
    await expect(fetch(...post({}, { signal: controller.signal }))).rejects.toBe('bored');

    const left = (await fetch(...post({}))).body!.getReader();
    const next = left.read();
    await left.cancel();
    expect((await next).done).toBe(true);
    expect(clock.live()).toBe(0);
  });
});

test('a cassette that is missing, or none, is said at once', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'broken.json');
    expect(() => replay(path)).toThrow(
      expect.objectContaining({ code: 'invalid_options', path: 'path' }),
    );
    await writeFile(path, '{"format":');
    expect(() => replay(path)).toThrow(`${path} is not JSON`);
    expect(() => record(fetch, path)).toThrow(`${path} is not JSON`);
    expect(await readFile(path, 'utf8')).toBe('{"format":');
  });
});

test('a recorder without anything to record says in which order it is asked', () => {
  expect(() => record('a.json' as never, fetch as never)).toThrow('record(fetch, path)');
});
