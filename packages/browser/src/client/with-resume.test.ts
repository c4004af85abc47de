import type { Runtime } from '@hermes4/core';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chunk, ORIGIN, relay, script, turns } from '../../test/relay.ts';
import { createHermes } from './create-hermes.ts';

const HELLO = { messages: [{ role: 'user' as const, content: 'Hello' }] };
const PATH = '/v1/chat/completions/i1/events';
const HEADERS = { 'x-hermes4-resume': PATH };
/** Pauses are over at once. */
const runtime: Runtime = {
  now: () => 0,
  random: () => 0.5,
  after: (ms, run) => {
    // Deadlines are minutes, and never come in a test.
    if (ms > 10_000) return () => undefined;
    const soon = setImmediate(run);
    return () => clearImmediate(soon);
  },
};

beforeEach(() => vi.stubGlobal('location', { origin: ORIGIN }));
afterEach(() => vi.unstubAllGlobals());

/** The events of an answer as the relay numbers them. */
function numbered(texts: readonly string[]): string[] {
  const said = texts.map((content) => JSON.stringify(chunk({ delta: { content } })));
  const end = JSON.stringify(chunk({ delta: {}, finish_reason: 'stop' }));
  return [...said, end, '[DONE]'].map((data, index) => `id: ${index + 1}\ndata: ${data}\n\n`);
}

/** A relay that keeps events, and loses the connection after so many bytes, each time. */
function losing(events: readonly string[], losses: readonly (number | undefined)[]) {
  return relay(({ method, headers }, index) => {
    if (method === 'DELETE') return new Response(null, { status: 204 });
    const from = Number(headers.get('last-event-id') ?? 0);
    if (from === events.length) return new Response(null, { status: 204 });
    const bytes = new TextEncoder().encode(events.slice(from).join(''));
    const lost = losses[index];
    const body = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          controller.enqueue(bytes.slice(0, lost ?? bytes.length));
          if (lost === undefined) controller.close();
        },
        // What was sent has arrived before the connection is lost.
        pull: (controller) => controller.error(new TypeError('network error')),
      },
      { highWaterMark: 0 },
    );
    const more = { 'content-type': 'text/event-stream', ...HEADERS };
    return new Response(body, { headers: more });
  });
}

describe('a stream that loses its connection', () => {
  it('goes on behind the last event that came whole: no text is lost or said twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'bé', ' ', '\n\nid: 9\n\n', 'data: x'), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(fc.nat(900), { maxLength: 4 }),
        async (texts, losses) => {
          const { fetch, calls } = losing(numbered(texts), losses);
          const hermes = createHermes({ fetch, runtime, maxRetries: 0 });
          const said = await hermes.chat.completions.stream(HELLO).finalContent();
          expect(said).toBe(texts.join(''));
          expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('also when it seems to have ended well', async () => {
    const events = numbered(['Hel', 'lo']);
    const first = script(HEADERS);
    first.raw(events[0] as string);
    first.close();
    const { fetch, calls } = relay(({ method }) => {
      return method === 'POST' ? first.response : new Response(events.slice(1).join(''));
    });
    const hermes = createHermes({ fetch, runtime });
    expect(await hermes.chat.completions.stream(HELLO).finalContent()).toBe('Hello');
    expect(calls[1]?.url).toBe(`${ORIGIN}${PATH}`);
    expect(calls[1]?.headers.get('last-event-id')).toBe('1');
  });

  it('shows its ticket again, and a new one when that is over', async () => {
    let given = 0;
    const ticket = () => Promise.resolve({ ticket: `t${(given += 1)}` });
    const events = numbered(['Hel', 'lo']);
    const first = script(HEADERS);
    first.raw(events[0] as string);
    first.close();
    const { fetch, calls } = relay(({ method, headers }) => {
      if (method === 'POST') return first.response;
      const isNew = headers.get('authorization') === 'Bearer t2';
      return isNew ? new Response(events.slice(1).join('')) : new Response('', { status: 401 });
    });
    const hermes = createHermes({ fetch, runtime, ticket });
    expect(await hermes.chat.completions.stream(HELLO).finalContent()).toBe('Hello');
    expect(calls).toHaveLength(3);
  });

  it.each([404, 410])(
    'fails as it would have when the relay does not know it any more: %i',
    async (status) => {
      const first = script(HEADERS);
      first.raw(numbered(['Hel'])[0] as string);
      const { fetch, calls } = relay(({ method }) =>
        method === 'POST' ? first.response : new Response('', { status }),
      );
      const answer = createHermes({ fetch, runtime }).chat.completions.stream(HELLO).finalContent();
      const failure = expect(answer).rejects.toMatchObject({ code: 'stream_interrupted' });
      await turns();
      first.fail();
      await failure;
      expect(calls.filter(({ method }) => method === 'GET')).toHaveLength(1);
    },
  );

  it('gives up in the end when nobody answers', async () => {
    const first = script(HEADERS);
    first.raw(numbered(['Hel'])[0] as string);
    const { fetch, calls } = relay(({ method }) => {
      if (method === 'POST') return first.response;
      throw new TypeError('offline');
    });
    const answer = createHermes({ fetch, runtime }).chat.completions.stream(HELLO).finalContent();
    const failure = expect(answer).rejects.toMatchObject({ code: 'stream_interrupted' });
    await turns();
    first.fail();
    await failure;
    expect(calls.filter(({ method }) => method === 'GET')).toHaveLength(6);
  });
});

describe('a stream that is stopped', () => {
  it('tells the relay, so that nobody pays for the rest', async () => {
    const first = script(HEADERS);
    const { fetch, calls } = relay(({ method }) =>
      method === 'POST' ? first.response : new Response(null, { status: 204 }),
    );
    const stream = createHermes({ fetch, runtime }).chat.completions.stream(HELLO);
    const failure = expect(stream.finalContent()).rejects.toMatchObject({ name: 'AbortError' });
    first.raw(numbered(['Hel'])[0] as string);
    await turns();
    stream.abort();
    await failure;
    await turns();
    expect(calls.map(({ method, url }) => [method, url])).toEqual([
      ['POST', `${ORIGIN}/v1/chat/completions`],
      ['DELETE', `${ORIGIN}${PATH}`],
    ]);
    expect(first.wasCancelled()).toBe(true);
  });

  it('that is over is not given back', async () => {
    const { fetch, calls } = losing(numbered(['Hi']), []);
    await createHermes({ fetch, runtime }).chat.completions.stream(HELLO).finalContent();
    await turns();
    expect(calls.map(({ method }) => method)).toEqual(['POST']);
  });
});

it('never follows an answer to another origin, nor one that nobody asked for', async () => {
  const first = script({ 'x-hermes4-resume': 'https://evil.example/events' });
  first.raw(numbered(['Hel'])[0] as string);
  const { fetch, calls } = relay(() => first.response);
  const hermes = createHermes({ fetch, runtime, ticket: () => Promise.resolve({ ticket: 't' }) });
  const failure = expect(
    hermes.chat.completions.stream(HELLO).finalContent(),
  ).rejects.toMatchObject({
    code: 'stream_interrupted',
  });
  await turns();
  first.fail();
  await failure;
  expect(calls).toHaveLength(1);
  const plain = losing(numbered(['Hi']), []);
  await createHermes({ fetch: plain.fetch, runtime, resume: false })
    .chat.completions.stream(HELLO)
    .finalContent();
  expect(plain.calls[0]?.headers.has('x-hermes4-resume')).toBe(false);
});
