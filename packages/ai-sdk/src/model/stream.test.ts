import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { Fetch } from '@hermes4/core';
import { expect, test } from 'vitest';
import { chunks, eventStream, fakeHost, streamed } from '../../test/fake-host.ts';
import type { Part } from '../answer/parts.ts';
import { createHermesProvider } from '../index.ts';

const call: LanguageModelV4CallOptions = {
  prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
};

test('a stream begins with its warnings and what is known of the answer', async () => {
  const { fetch } = fakeHost(streamed([{ content: 'Hi' }]));
  const { stream, request, response } = await open(fetch, {
    ...call,
    providerOptions: { hermes4: { odd: 1 } },
  });
  const parts = await collect(stream);
  expect(parts.map(({ type }) => type)).toEqual([
    'stream-start',
    'response-metadata',
    'text-start',
    'text-delta',
    'text-end',
    'finish',
  ]);
  expect(parts[0]).toMatchObject({ warnings: [{ type: 'other' }] });
  expect(parts[1]).toEqual({
    type: 'response-metadata',
    id: 'answer-1',
    modelId: 'hermes',
    timestamp: new Date(1_700_000_000_000),
  });
  expect(request.body).toMatchObject({ stream: true, odd: 1 });
  expect(response?.headers).toMatchObject({ 'x-inference-id': 'inference-1' });
});

test('nothing is taken from the network before it is asked for, and a cancel lets go of it', async () => {
  let taken = 0;
  let cancelled = false;
  const deltas = Array.from({ length: 100 }, (_, index) => ({ content: `${index} ` }));
  const events = chunks(deltas, 'stop').map((event) => ({
    toString() {
      taken += 1;
      return event;
    },
  }));
  const fetch: Fetch = () =>
    Promise.resolve(eventStream(events as unknown as string[], () => (cancelled = true)));
  const { stream } = await open(fetch);
  const reader = stream.getReader();
  for (let read = 0; read < 10; read += 1) await reader.read();
  expect(taken).toBeLessThan(15);
  await reader.cancel('Enough');
  expect(cancelled).toBe(true);
});

test('an answer that is all thoughts ends with length', async () => {
  const { fetch } = fakeHost(streamed([{ reasoning_content: 'Hm' }], 'length'));
  const parts = await collect((await open(fetch)).stream);
  expect(parts.at(-1)).toMatchObject({
    type: 'finish',
    finishReason: { unified: 'length', raw: 'length' },
    usage: { outputTokens: { total: 7, reasoning: 5 } },
  });
});

test('a call that could not be read stays text, and the metadata tell of it', async () => {
  const { fetch } = fakeHost(streamed([{ content: '<tool_call>{"name": }</tool_call>' }]));
  const tools: LanguageModelV4CallOptions['tools'] = [
    { type: 'function', name: 'look', inputSchema: { type: 'object' } },
  ];
  const parts = await collect((await open(fetch, { ...call, tools })).stream);
  expect(parts.some(({ type }) => type === 'tool-call')).toBe(false);
  expect(parts.at(-1)).toMatchObject({
    providerMetadata: { hermes4: { warnings: [{ code: 'invalid_tool_call' }] } },
  });
});

test('thoughts that came as text are given again as thoughts, and what follows is a block of its own', async () => {
  const { fetch } = fakeHost(
    streamed([{ content: 'Hm' }, { content: '</think>' }, { content: 'Hi' }]),
  );
  const options = { ...call, reasoning: 'high' as const };
  const parts = await collect((await open(fetch, options)).stream);
  const said = parts.flatMap((part) => ('delta' in part ? [`${part.type} ${part.delta}`] : []));
  expect(said).toEqual(['text-delta Hm', 'reasoning-delta Hm', 'text-delta Hi']);
});

function open(fetch: Fetch, options = call) {
  return createHermesProvider({ host: 'vllm', fetch })().doStream(options);
}

async function collect(stream: ReadableStream<Part>): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}
