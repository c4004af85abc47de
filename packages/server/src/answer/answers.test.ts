import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problems } from '../../test/api-document.ts';
import { chunksOf, completionOf, eventsOf, HELLO, post, textOf } from '../../test/calls.ts';
import { scriptedEngine } from '../../test/scripted-engine.ts';
import { createLocalServer } from '../index.ts';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const STREAM = { ...HELLO, stream: true };
const engine = scriptedEngine(() => ['One', ' two', ' three']);
const server = createLocalServer({ engine, now: () => NOW });

describe('an answer', () => {
  it('is a chat completion of the API document', async () => {
    const completion = await completionOf(await server.fetch(post(HELLO)));
    expect(problems('ChatCompletion', completion)).toEqual([]);
    expect(completion).toMatchObject({
      object: 'chat.completion',
      created: 1_767_323_045,
      model: HELLO.model,
      system_fingerprint: 'scripted-1',
      choices: [
        { index: 0, message: { content: 'One two three' }, finish_reason: 'stop', logprobs: null },
      ],
      usage: { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 },
    });
  });

  it('comes as chunks of the API document, then [DONE], when it is streamed', async () => {
    const response = await server.fetch(post(STREAM));
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const events = await eventsOf(response);
    expect(events.at(-1)).toBe('[DONE]');
    const chunks = events.slice(0, -1).map((data) => JSON.parse(data) as Record<string, unknown>);
    for (const chunk of chunks) expect(problems('ChatCompletionChunk', chunk)).toEqual([]);
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(chunks.map(({ choices }) => choices)).toEqual(
      [
        [{ role: 'assistant', content: '' }, null],
        [{ content: 'One' }, null],
        [{ content: ' two' }, null],
        [{ content: ' three' }, null],
        [{}, 'stop'],
      ].map(([delta, finish_reason]) => [{ index: 0, delta, finish_reason, logprobs: null }]),
    );
  });

  it('tells the usage of a stream in a last chunk without choices, when asked to', async () => {
    const stream_options = { include_usage: true };
    const chunks = await chunksOf(await server.fetch(post({ ...STREAM, stream_options })));
    expect(chunks.at(-1)).toMatchObject({
      choices: [],
      usage: { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 },
    });
    expect(problems('ChatCompletionChunk', chunks.at(-1))).toEqual([]);
  });

  it('does not tell the usage of a stream when not asked to', async () => {
    const stream_options = { include_usage: false };
    const chunks = await chunksOf(await server.fetch(post({ ...STREAM, stream_options })));
    expect(chunks.filter(({ usage }) => usage)).toEqual([]);
  });

  it('is the same text, ending and usage, streamed or not, whatever is asked', async () => {
    const sim = createLocalServer();
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.record(
          {
            seed: fc.integer({ min: 1 }),
            max_tokens: fc.double({ min: 1, max: 60, noNaN: true }),
            stop: fc.oneof(fc.string(), fc.array(fc.constantFrom('', ' ', 'simul', 'or of', '“'))),
          },
          { requiredKeys: [] },
        ),
        async (content, settings) => {
          const asked = { ...HELLO, ...settings, messages: [{ role: 'user', content }] };
          const whole = await completionOf(await sim.fetch(post(asked)));
          const chunks = await chunksOf(
            await sim.fetch(
              post({ ...asked, stream: true, stream_options: { include_usage: true } }),
            ),
          );
          expect(textOf(chunks)).toBe(whole.choices[0]?.message.content);
          expect(chunks.at(-1)?.usage).toEqual(whole.usage);
          expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe(whole.choices[0]?.finish_reason);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('of an engine that says nothing is an empty text', async () => {
    const silent = createLocalServer({ engine: scriptedEngine(() => []) });
    const completion = await completionOf(await silent.fetch(post(HELLO)));
    expect(problems('ChatCompletion', completion)).toEqual([]);
    expect(completion.choices[0]).toMatchObject({
      message: { content: '' },
      finish_reason: 'stop',
    });
    expect(textOf(await chunksOf(await silent.fetch(post(STREAM))))).toBe('');
  });
});

describe('the headers of an answer', () => {
  it.each([
    ['a whole answer', post(HELLO), 200],
    ['a stream', post(STREAM), 200],
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

  it.each(['order-4711:attempt-1', 'a', '._:-', 'x'.repeat(128)])(
    'give a valid id of the caller back: %s',
    async (id) => {
      const headers = { 'x-client-request-id': id };
      const response = await server.fetch(post(HELLO, { headers }));
      expect(response.headers.get('x-client-request-id')).toBe(id);
    },
  );

  it.each(['', 'two words', 'a/b', 'ä', 'x'.repeat(129)])(
    'are silent about an invalid id of the caller: %s',
    async (id) => {
      const headers = { 'x-client-request-id': id };
      const response = await server.fetch(post(HELLO, { headers }));
      expect([response.status, response.headers.get('x-client-request-id')]).toEqual([200, null]);
    },
  );

  it('say that the simulator only estimates its token counts', async () => {
    const response = await createLocalServer().fetch(post(HELLO));
    expect(response.headers.get('x-hermes4-engine')).toBe('sim');
    expect(response.headers.get('x-hermes4-usage')).toBe('estimated');
  });
});
