import { createLocalServer } from '@hermes4/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { brokenOff, chunks, eventStream, fakeHost, refused, streamed } from './fake-host.ts';
import { modelOf, sdks } from './sdks.ts';

const thoughtful = streamed([
  { reasoning_content: 'A ' },
  { reasoning_content: 'greeting.' },
  { content: 'Hi ' },
  { content: 'there' },
]);

describe.each(sdks)('streamText of $name', (sdk) => {
  const { streamText } = sdk.ai;

  it('streams from the local server the text that it gets in one piece', async () => {
    const model = modelOf(sdk, { host: 'local', fetch: createLocalServer().fetch });
    const { text } = await sdk.ai.generateText({ model, prompt: 'Hello', seed: 1 });
    const pieces = await collect(streamText({ model, prompt: 'Hello', seed: 1 }).textStream);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe(text);
  });

  it('streams thoughts and text in blocks, and tells everything that is known at the end', async () => {
    const { fetch } = fakeHost(thoughtful);
    const result = streamText({ model: modelOf(sdk, { fetch }), prompt: 'Hello' });
    const types = (await collect(result.fullStream)).map(({ type }) => type);
    expect(types).toEqual([
      'start',
      'start-step',
      'reasoning-start',
      'reasoning-delta',
      'reasoning-delta',
      'reasoning-end',
      'text-start',
      'text-delta',
      'text-delta',
      'text-end',
      'finish-step',
      'finish',
    ]);
    expect(await result.reasoningText).toBe('A greeting.');
    expect(await result.text).toBe('Hi there');
    expect(await result.finishReason).toBe('stop');
    expect(await result.usage).toMatchObject({ inputTokens: 10, outputTokens: 7, totalTokens: 17 });
    expect((await result.response).id).toBe('answer-1');
    expect((await result.providerMetadata)?.['hermes4']).toMatchObject({
      requestId: 'inference-1',
    });
  });

  it('streams inline thoughts apart from the text', async () => {
    const deltas = ['<thi', 'nk>Hm', '</think>', 'Hi'].map((content) => ({ content }));
    const { fetch } = fakeHost(streamed(deltas));
    const result = streamText({
      model: modelOf(sdk, { fetch, host: 'aimlapi', reasoning: true }),
      prompt: 'Hello',
    });
    expect(await result.text).toBe('Hi');
    expect(await result.reasoningText).toBe('Hm');
  });

  it('streams an object while it grows, out of a code fence', async () => {
    const deltas = ['```js', 'on\n{"city":', '"Lis', 'bon"}\n`', '``'].map((content) => ({
      content,
    }));
    const { fetch } = fakeHost(streamed(deltas));
    const result = sdk.objects.streamObject({
      model: modelOf(sdk, { fetch, host: 'nous' }) as never,
      schema: z.object({ city: z.string() }),
      prompt: 'Name a city.',
    });
    expect(await collect(result.partialObjectStream)).toContainEqual({ city: 'Lis' });
    expect(await result.object).toEqual({ city: 'Lisbon' });
  });

  it('feeds useChat', async () => {
    const { fetch } = fakeHost(thoughtful);
    const result = streamText({ model: modelOf(sdk, { fetch }), prompt: 'Hello' });
    const response = result.toUIMessageStreamResponse({ sendReasoning: true });
    const events = (await response.text())
      .split('\n\n')
      .filter((line) => line.startsWith('data: {'))
      .map((line) => JSON.parse(line.slice(6)) as { type: string });
    expect(events.map(({ type }) => type)).toEqual([
      'start',
      'start-step',
      'reasoning-start',
      'reasoning-delta',
      'reasoning-delta',
      'reasoning-end',
      'text-start',
      'text-delta',
      'text-delta',
      'text-end',
      'finish-step',
      'finish',
    ]);
  });

  it('gives out the events of the host as they came, when asked for them', async () => {
    const events = chunks([{ content: 'Hi' }], 'stop');
    const { fetch } = fakeHost(() => eventStream([...events, '[DONE]']));
    const model = modelOf(sdk, { fetch });
    const result = streamText({
      model,
      prompt: 'Hello',
      includeRawChunks: true,
      include: { rawChunks: true },
    } as never);
    const parts = (await collect(result.fullStream)) as { type: string; rawValue?: unknown }[];
    const raw = parts.filter(({ type }) => type === 'raw').map(({ rawValue }) => rawValue);
    expect(raw).toEqual(events.map((event) => JSON.parse(event) as unknown));
  });

  it('is tried again by the SDK when it fails before its first content', async () => {
    const busy = refused(503, 'Busy', { 'retry-after': '0' });
    const { fetch, sent } = fakeHost(busy, thoughtful);
    const result = streamText({ model: modelOf(sdk, { fetch }), prompt: 'Hello', maxRetries: 1 });
    expect(await result.text).toBe('Hi there');
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['breaks off', brokenOff([{ content: 'Hi' }]), 'without a finish reason or [DONE]'],
    [
      'ends in an error',
      brokenOff([{ content: 'Hi' }], '{"error":{"code":502,"message":"Upstream died"}}'),
      'Upstream died',
    ],
  ])('tells of a stream that %s after what came before', async (_how, answer, words) => {
    const { fetch } = fakeHost(answer);
    const result = streamText({
      model: modelOf(sdk, { fetch }),
      prompt: 'Hello',
      onError: () => undefined,
    });
    const parts = await collect(result.fullStream);
    const types = parts.map(({ type }) => type);
    expect(types.slice(0, 6)).toEqual([
      'start',
      'start-step',
      'text-start',
      'text-delta',
      'text-end',
      'error',
    ]);
    const error = (parts[5] as { error?: unknown }).error;
    expect(sdk.ai.APICallError.isInstance(error)).toBe(true);
    expect(String(error)).toContain(words);
    expect(parts.at(-1)).toMatchObject({ type: 'finish', finishReason: 'error' });
  });

  it('stops with its signal and lets go of the connection', async () => {
    const stop = new AbortController();
    let cancelled = false;
    const fetch = hanging(() => (cancelled = true));
    const result = streamText({
      model: modelOf(sdk, { fetch }),
      prompt: 'Hello',
      abortSignal: stop.signal,
    });
    const types: string[] = [];
    for await (const { type } of result.fullStream) {
      types.push(type);
      if (type === 'text-delta') stop.abort();
    }
    expect(types.at(-1)).toBe('abort');
    expect(cancelled).toBe(true);
  });
});

/** A host that begins to answer and never ends. */
function hanging(onCancel: () => void) {
  return () => {
    const events = eventStream(chunks([{ content: 'Hi' }], 'stop').slice(0, 1), onCancel);
    const body = events.body!.getReader();
    const held = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value } = await body.read();
        if (value) controller.enqueue(value);
        else await new Promise<never>(() => undefined);
      },
      cancel: () => {
        onCancel();
      },
    });
    return Promise.resolve(new Response(held, { headers: events.headers }));
  };
}

async function collect<Item>(stream: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
