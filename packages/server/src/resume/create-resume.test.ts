import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENDPOINT, HELLO } from '../../test/calls.ts';
import { manualClock } from '../../test/manual-clock.ts';
import type { Call } from '../call.ts';
import type { Caller } from '../caller.ts';
import { createResume, type ResumeOptions } from './create-resume.ts';

/** A stream that a test writes, an event at a time. */
function source() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let asked = 0;
  let left: unknown;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      pull: () => {
        asked += 1;
      },
      cancel: (reason) => {
        left = reason ?? 'cancelled';
      },
    },
    { highWaterMark: 0 },
  );
  return {
    body,
    say: (...data: readonly (string | number)[]) => {
      for (const one of data) controller.enqueue(encoder.encode(`data: ${one}\n\n`));
    },
    write: (text: string) => controller.enqueue(encoder.encode(text)),
    end: () => controller.close(),
    fail: (error: Error) => controller.error(error),
    asked: () => asked,
    left: () => left,
  };
}

function setUp(options: ResumeOptions = {}) {
  const clock = manualClock();
  const authorize = ({ headers }: Request): Caller => ({
    id: headers.get('x-user') ?? 'ana',
  });
  const resume = createResume(options, { authorize, clock });
  const answer = source();
  const signals: AbortSignal[] = [];
  return { clock, resume, answer, signals, start, visit, path };

  function start(
    call: Partial<Call> & { id?: string } = {},
    body = answer.body,
  ): Promise<Response> {
    return resume.hold(callOf(call), (admitted) => {
      signals.push(admitted.signal);
      return Promise.resolve(
        new Response(body, { headers: { 'content-type': 'text/event-stream', 'x-engine': 'e' } }),
      );
    });
  }

  async function visit(
    method: 'GET' | 'DELETE',
    { id = 'i1', ...headers }: Record<string, string> = {},
    signal?: AbortSignal,
  ): Promise<Response> {
    const request = new Request(path(id), { method, headers, ...(signal && { signal }) });
    const route = resume.routes.find((one) => one.method === method)!;
    const identity = { id: 'other', created: 0, headers: {} };
    return route.handle({ request, url: new URL(request.url), params: { id }, identity });
  }

  function path(id: string): string {
    return `${ENDPOINT}/${id}/events`;
  }
}

function callOf({ id = 'i1', ...call }: Partial<Call> & { id?: string }): Call {
  return {
    identity: { id, created: 0, headers: {} },
    caller: { id: 'ana' },
    request: { ...HELLO, stream: true } as Call['request'],
    text: '',
    headers: new Headers({ 'x-hermes4-resume': 'true' }),
    signal: new AbortController().signal,
    ...call,
  };
}

/** Reads until a text has come. */
async function readTo(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  wanted: string,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  while (!text.includes(wanted)) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`The stream ended after: ${text}`);
    text += decoder.decode(value, { stream: true });
  }
  return text;
}

/** Lets everything happen that waits for nothing but its turn. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

const numbered = (...numbers: readonly number[]): string =>
  numbers.map((number) => `id: ${number}\ndata: ${number}\n\n`).join('');

describe('a stream that nobody asked to resume', () => {
  it.each<[string, Partial<Call>]>([
    ['because the header is missing', { headers: new Headers() }],
    ['because the header says no', { headers: new Headers({ 'x-hermes4-resume': 'false' }) }],
    ['because it is no stream', { request: HELLO as Call['request'] }],
  ])('is passed on as it is, %s', async (_, call) => {
    const { resume } = setUp();
    const response = new Response('data: 1\n\n', {
      headers: { 'content-type': 'text/event-stream' },
    });
    expect(await resume.hold(callOf(call), () => Promise.resolve(response))).toBe(response);
  });

  it('can be resumed all the same when the server always allows it', async () => {
    const { start, answer } = setUp({ always: true });
    const response = await start({ headers: new Headers() });
    answer.say(1);
    answer.end();
    expect(await response.text()).toBe(numbered(1));
  });
});

describe('an answer that is no stream', () => {
  it('is passed on as it is, and still ends with its caller', async () => {
    const { resume } = setUp();
    const gone = new AbortController();
    let signal: AbortSignal | undefined;
    const refusal = Response.json({ statusCode: 503 }, { status: 503 });
    const answered = await resume.hold(callOf({ signal: gone.signal }), (call) => {
      signal = call.signal;
      return Promise.resolve(refusal);
    });
    expect(answered).toBe(refusal);
    gone.abort();
    expect(signal?.aborted).toBe(true);
  });

  it('is not waited for by a caller that leaves before it', async () => {
    const { resume } = setUp();
    const gone = new AbortController();
    const waiting = resume.hold(
      callOf({ signal: gone.signal }),
      ({ signal }) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason as Error)),
        ),
    );
    gone.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');
  });
});

describe('a stream that can be resumed', () => {
  it('says where, and numbers its events', async () => {
    const { start, answer } = setUp();
    const response = await start();
    answer.say(1, 2);
    answer.write(': ping\n\n');
    answer.say('[DONE]');
    answer.end();
    expect(response.headers.get('x-hermes4-resume')).toBe('/v1/chat/completions/i1/events');
    expect(response.headers.get('x-engine')).toBe('e');
    expect(await response.text()).toBe(`${numbered(1, 2)}id: 3\n: ping\n\nid: 4\ndata: [DONE]\n\n`);
  });

  it('goes on behind the last event that a lost reader had, and follows', async () => {
    const { start, answer, visit, clock } = setUp();
    const reader = (await start()).body!.getReader();
    answer.say(1, 2);
    await readTo(reader, 'data: 2');
    await reader.cancel();
    answer.say(3);
    clock.pass(29_999);
    const again = (await visit('GET', { 'last-event-id': '1' })).body!.getReader();
    expect(await readTo(again, 'data: 3')).toBe(numbered(2, 3));
    answer.say(4);
    answer.end();
    expect(await readTo(again, 'data: 4')).toBe(numbered(4));
    expect((await again.read()).done).toBe(true);
    clock.pass(30_000);
    expect([answer.left(), clock.pending()]).toEqual([undefined, 0]);
  });

  it('begins at the first event for a reader that names none', async () => {
    const { start, answer, visit } = setUp();
    await start();
    answer.say(1, 2);
    answer.end();
    await turns();
    expect(await (await visit('GET')).text()).toBe(numbered(1, 2));
  });

  it('gives every reader the same events, wherever it was cut', async () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(lengths, async (reads) => {
        const { start, answer, visit } = setUp();
        let response = await start();
        const total = 40;
        for (let number = 1; number <= total; number++) answer.say(number);
        answer.end();
        let seen = '';
        for (const count of reads) {
          const last = [...seen.matchAll(/id: (\d+)/g)].length + count;
          const reader = response.body!.getReader();
          const text = await readTo(reader, `data: ${last}\n\n`).catch(() => '');
          await reader.cancel();
          seen += text.slice(0, text.indexOf(`data: ${last}\n\n`) + `data: ${last}\n\n`.length);
          const headers = { 'last-event-id': `${last}` };
          if (last >= total) return;
          response = await visit('GET', headers);
        }
        const rest = await response.text();
        expect(seen + rest).toBe(numbered(...Array.from({ length: total }, (_, at) => at + 1)));
      }),
      { numRuns: 30 },
    );
  });

  it('has one reader: a new one ends the connection of the old', async () => {
    const { start, answer, visit } = setUp();
    const old = (await start()).body!.getReader();
    answer.say(1);
    await readTo(old, 'data: 1');
    const waiting = old.read();
    const next = (await visit('GET', { 'last-event-id': '1' })).body!.getReader();
    await expect(waiting).rejects.toThrow('Another reader came.');
    answer.say(2);
    expect(await readTo(next, 'data: 2')).toBe(numbered(2));
  });

  it('says when nothing is left to read', async () => {
    const { start, answer, visit } = setUp();
    const response = await start();
    answer.say(1);
    answer.end();
    await response.text();
    expect((await visit('GET', { 'last-event-id': '1' })).status).toBe(204);
  });

  it('that broke off breaks off for whoever resumes it', async () => {
    const { start, answer, visit } = setUp();
    await start();
    answer.say(1);
    await turns();
    answer.fail(new Error('The engine died.'));
    await turns();
    const again = (await visit('GET')).body!.getReader();
    expect(await readTo(again, 'data: 1')).toBe(numbered(1));
    await expect(again.read()).rejects.toThrow('The engine died.');
    await expect((await visit('GET', { 'last-event-id': '1' })).text()).rejects.toThrow('died');
  });
});

describe('a reader that leaves', () => {
  it('for good ends the generation after the grace time, and the stream is forgotten', async () => {
    const { start, answer, visit, clock, signals } = setUp();
    const response = await start();
    await response.body!.cancel();
    clock.pass(29_999);
    expect(signals[0]?.aborted).toBe(false);
    clock.pass(1);
    await turns();
    expect(signals[0]?.aborted).toBe(true);
    expect(answer.left()).toBeDefined();
    await expect(visit('GET')).rejects.toMatchObject({ status: 404 });
  });

  it('by its signal is one, too', async () => {
    const { start, answer, visit, clock } = setUp();
    const gone = new AbortController();
    const response = await start({ signal: gone.signal });
    const reading = response.body!.getReader().read();
    gone.abort(new Error('left'));
    await expect(reading).rejects.toThrow('left');
    expect(clock.pending()).toBe(1);
    answer.say(1);
    answer.end();
    expect(await (await visit('GET')).text()).toBe(numbered(1));
  });

  it('lets the answer run ahead no further than what is kept', async () => {
    const { start, answer, visit } = setUp({ maxBytes: 100 });
    const response = await start();
    await response.body!.cancel();
    for (let number = 1; number <= 100; number++) answer.say('x'.repeat(20));
    await turns();
    const asked = answer.asked();
    expect(asked).toBeLessThan(100);
    const reader = (await visit('GET')).body!.getReader();
    await readTo(reader, 'id: 100\n');
  });

  it('after reading finds what it read no longer kept, and is told so', async () => {
    const { start, answer, visit } = setUp({ maxBytes: 100 });
    const reader = (await start()).body!.getReader();
    for (let number = 1; number <= 20; number++) {
      answer.say(number);
      await readTo(reader, `data: ${number}\n\n`);
    }
    await expect(visit('GET', { 'last-event-id': '2' })).rejects.toMatchObject({ status: 410 });
    await expect(visit('GET')).rejects.toMatchObject({ status: 410 });
    expect((await visit('GET', { 'last-event-id': '18' })).status).toBe(200);
  });
});

describe('options that cannot be meant', () => {
  it.each([{ maxBytes: 0 }, { maxStreams: NaN }, { graceMs: Infinity }, { ttlMs: -1 }])(
    'are refused by name: %j',
    (options) => {
      const path = `resume.${Object.keys(options).join()}`;
      expect(() => setUp(options)).toThrow(
        expect.objectContaining({ code: 'invalid_options', path }) as Error,
      );
    },
  );
});

describe('who may resume', () => {
  it('is the same caller, and others are not told that there is something', async () => {
    const { start, visit, signals } = setUp();
    await start();
    const unknown = await visit('GET', { id: 'i2' }).catch((error: unknown) => error);
    const foreign = await visit('GET', { 'x-user': 'mallory' }).catch((error: unknown) => error);
    expect(foreign).toEqual(unknown);
    expect(foreign).toMatchObject({ status: 404 });
    await expect(visit('DELETE', { 'x-user': 'mallory' })).rejects.toMatchObject({ status: 404 });
    expect(signals[0]?.aborted).toBe(false);
  });

  it.each(['-1', '1.5', 'x', '2', '1e0', '9999999999999999', ''])(
    'must name an event of the stream: %j is none',
    async (position) => {
      const { start, answer, visit } = setUp();
      await start();
      answer.say(1);
      await turns();
      const headers = { 'last-event-id': position };
      await expect(visit('GET', headers)).rejects.toMatchObject({ status: 400 });
    },
  );
});

describe('an answer that is cancelled', () => {
  it('ends at once, for its reader and its engine', async () => {
    const { start, answer, visit, signals } = setUp();
    const reader = (await start()).body!.getReader();
    const reading = reader.read();
    expect((await visit('DELETE')).status).toBe(204);
    await expect(reading).rejects.toThrow('cancelled');
    await turns();
    expect([signals[0]?.aborted, answer.left() === undefined]).toEqual([true, false]);
    await expect(visit('DELETE')).rejects.toMatchObject({ status: 404 });
  });
});

describe('what is kept', () => {
  it('is let go some time after its end', async () => {
    const { start, answer, visit, clock } = setUp();
    const response = await start();
    answer.end();
    await response.text();
    clock.pass(59_999);
    expect((await visit('GET')).status).toBe(204);
    clock.pass(1);
    await expect(visit('GET')).rejects.toMatchObject({ status: 404 });
  });

  it('is bounded: answers that have ended make room, else a call gets an ordinary stream', async () => {
    const { start, answer, visit } = setUp({ maxStreams: 1 });
    const first = await start();
    const second = source();
    const ordinary = await start({ id: 'i2' }, second.body);
    expect(ordinary.headers.get('x-hermes4-resume')).toBeNull();
    second.say(1);
    second.end();
    expect(await ordinary.text()).toBe('data: 1\n\n');
    answer.end();
    await first.text();
    const third = source();
    const held = await start({ id: 'i3' }, third.body);
    expect(held.headers.get('x-hermes4-resume')).toBe('/v1/chat/completions/i3/events');
    await expect(visit('GET')).rejects.toMatchObject({ status: 404 });
  });
});
