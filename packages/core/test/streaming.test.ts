import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import type { ChatCompletionChunk, ChatStreamPart, Fetch } from '../src/index.ts';
import { recordedStreams, utf8 } from './bytes.ts';
import { bodyOf, clientOf, hello, type SentBody, streams } from './fake-host.ts';

const greeting = recordedStreams.get('openrouter.sse') as Uint8Array;
const beginning = utf8(
  'data: {"id":"a","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"Hal"},"finish_reason":null}]}\n\n',
);

/** A host that sends the beginning of an answer and then nothing, and what became of its body. */
function stalledHost(): { fetch: Fetch; sent: SentBody } {
  const { body, sent } = bodyOf([beginning], { hang: true });
  return { fetch: () => Promise.resolve(new Response(body)), sent };
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test('chunks arrive as the host sent them', async () => {
  const client = clientOf(streams([greeting]));
  const chunks = await collect(await client.chat.completions.create({ ...hello, stream: true }));
  expect(chunks.map(({ choices }) => choices[0]?.delta?.content)).toEqual(['Hel', 'lo.', '', '']);
  expect(chunks[0]).toMatchObject({ provider: 'Nebius' });
});

test('parts say what arrived: reasoning, text, and why the answer ended', async () => {
  const bytes = recordedStreams.get('hosted-reasoning.sse') as Uint8Array;
  expect(await collect(clientOf(streams([bytes])).chat.completions.stream(hello))).toEqual([
    { type: 'reasoning-delta', text: 'The user greets me', origin: 'native' },
    { type: 'reasoning-delta', text: ' in Greek: γειά σου.', origin: 'native' },
    { type: 'text-delta', text: 'Γειά', origin: 'native' },
    { type: 'text-delta', text: ' σου! 👋', origin: 'native' },
    { type: 'finish', finish_reason: 'stop' },
  ] satisfies ChatStreamPart[]);
});

test('tool calls arrive in pieces that join to their arguments', async () => {
  const bytes = recordedStreams.get('vllm-tool-calls.sse') as Uint8Array;
  const parts = await collect(clientOf(streams([bytes])).chat.completions.stream(hello));
  const calls = parts.filter((part) => part.type === 'tool-call-delta');
  const argumentsOf = (index: number): string =>
    calls.flatMap((call) => (call.index === index ? [call.arguments] : [])).join('');
  expect(JSON.parse(argumentsOf(0))).toEqual({ city: 'São Paulo' });
  expect(JSON.parse(argumentsOf(1))).toEqual({});
});

test('finalCompletion() asked before, during or after reading is the same, and costs one request', async () => {
  let requests = 0;
  const client = clientOf((...args) => {
    requests += 1;
    return streams([greeting])(...args);
  });
  const stream = client.chat.completions.stream(hello);
  const before = stream.finalCompletion();
  let during: Promise<unknown> = Promise.resolve();
  for await (const _ of stream) during = stream.finalCompletion();
  const after = await stream.finalCompletion();
  expect(await before).toEqual(after);
  expect(await during).toEqual(after);
  expect(requests).toBe(1);
});

test('finalCompletion() leaves the parts readable', async () => {
  const stream = clientOf(streams([greeting])).chat.completions.stream(hello);
  await stream.finalCompletion();
  expect(await collect(stream)).toHaveLength(3);
});

test('a snapshot shows what has arrived and does not change later', async () => {
  const stream = clientOf(streams([greeting])).chat.completions.stream(hello);
  expect(stream.snapshot()).toBeUndefined();
  for await (const part of stream) if (part.type === 'text-delta') break;
  const early = stream.snapshot();
  expect(early?.choices[0]?.message.content).toBe('Hello.');
});

test('several reads that wait at once are answered in order', async () => {
  const client = clientOf(streams([greeting]));
  const chunks = await client.chat.completions.create({ ...hello, stream: true });
  const iterator = chunks[Symbol.asyncIterator]();
  const results: IteratorResult<ChatCompletionChunk, undefined>[] = await Promise.all(
    [1, 2, 3, 4, 5].map(() => iterator.next()),
  );
  expect(results.map(({ value }) => value?.choices[0]?.delta?.content)).toEqual([
    'Hel',
    'lo.',
    '',
    '',
    undefined,
  ]);
  expect(results.at(-1)?.done).toBe(true);
});

test('nothing is sent before a stream is read', async () => {
  let requests = 0;
  const controller = new AbortController();
  const client = clientOf(() => {
    requests += 1;
    return Promise.reject(new Error('offline'));
  });
  client.chat.completions.stream(hello, { signal: controller.signal });
  await Promise.resolve();
  expect(requests).toBe(0);
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
});

test('leaving the loop lets go of the body', async () => {
  const { fetch, sent } = stalledHost();
  for await (const part of clientOf(fetch).chat.completions.stream(hello)) {
    expect(part).toEqual({ type: 'text-delta', text: 'Hal', origin: 'native' });
    break;
  }
  expect(sent.cancelled).toBe(true);
});

test('throwing in the loop lets go of the body', async () => {
  const { fetch, sent } = stalledHost();
  const reading = (async () => {
    for await (const _ of clientOf(fetch).chat.completions.stream(hello)) throw new Error('mine');
  })();
  await expect(reading).rejects.toThrow('mine');
  expect(sent.cancelled).toBe(true);
});

test('abort() wakes a reader that waits, with the given reason', async () => {
  const { fetch, sent } = stalledHost();
  const stream = clientOf(fetch).chat.completions.stream(hello);
  const reading = collect(stream);
  setImmediate(() => stream.abort('enough'));
  await expect(reading).rejects.toBe('enough');
  await expect(stream.finalCompletion()).rejects.toBe('enough');
  expect(sent.cancelled).toBe(true);
});

test('a stream that nobody reads is closed by abort()', async () => {
  const { fetch, sent } = stalledHost();
  const chunks = await clientOf(fetch).chat.completions.create({ ...hello, stream: true });
  chunks.abort();
  await expect(collect(chunks)).rejects.toMatchObject({ name: 'AbortError' });
  expect(sent.cancelled).toBe(true);
});

test("the caller's signal stops reading with its own reason and keeps no listener", async () => {
  const { fetch, sent } = stalledHost();
  const controller = new AbortController();
  const reason = new Error('the user went away');
  const stream = clientOf(fetch).chat.completions.stream(hello, { signal: controller.signal });
  const reading = collect(stream);
  setImmediate(() => controller.abort(reason));
  await expect(reading).rejects.toBe(reason);
  expect(sent.cancelled).toBe(true);
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
});

test('a signal that is aborted before the call sends nothing', async () => {
  let requests = 0;
  const client = clientOf((...args) => {
    requests += 1;
    return streams([greeting])(...args);
  });
  const signal = AbortSignal.abort('too late');
  await expect(client.chat.completions.create(hello, { signal })).rejects.toBe('too late');
  const stream = client.chat.completions.stream(hello, { signal });
  await expect(stream.finalCompletion()).rejects.toBe('too late');
  expect(requests).toBe(0);
});

test('a finished call keeps no listener on a long-lived signal', async () => {
  const { signal } = new AbortController();
  const { completions } = clientOf(streams([greeting])).chat;
  await completions.stream(hello, { signal }).finalCompletion();
  await collect(await completions.create({ ...hello, stream: true }, { signal }));
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test('a stream that is cut is an error with what had arrived', async () => {
  const stream = clientOf(streams([beginning])).chat.completions.stream(hello);
  await expect(stream.finalCompletion()).rejects.toMatchObject({
    code: 'stream_interrupted',
    partial: { choices: [{ message: { content: 'Hal' }, finish_reason: null }] },
  });
});

test('a finish reason without [DONE] is a whole answer; so is [DONE] without a finish reason', async () => {
  const uneven = recordedStreams.get('hosted-uneven.sse') as Uint8Array;
  const finished = await clientOf(streams([uneven]))
    .chat.completions.stream(hello)
    .finalContent();
  expect(finished).toBe('One two');
  const done = [beginning, utf8('data: [DONE]\n\n')];
  expect(await clientOf(streams(done)).chat.completions.stream(hello).finalContent()).toBe('Hal');
});

test("a host's error inside the stream is thrown after the parts before it", async () => {
  const failing = utf8('data: {"error":{"message":"Provider went away","code":502}}\n\n');
  const stream = clientOf(streams([beginning, failing])).chat.completions.stream(hello);
  const seen: ChatStreamPart[] = [];
  const reading = (async () => {
    for await (const part of stream) seen.push(part);
  })();
  await expect(reading).rejects.toMatchObject({
    code: 'overloaded',
    status: 502,
    message: expect.stringContaining('Provider went away') as string,
    partial: { choices: [{ message: { content: 'Hal' } }] },
  });
  expect(seen).toEqual([{ type: 'text-delta', text: 'Hal', origin: 'native' }]);
});

test('an event that is not JSON is an error that quotes it, after the parts before it', async () => {
  const stream = clientOf(streams([beginning, utf8('data: {"choi\n\n')])).chat.completions.stream(
    hello,
  );
  await expect(stream.finalCompletion()).rejects.toMatchObject({
    code: 'stream_interrupted',
    message: expect.stringContaining('{\\"choi') as string,
    partial: { choices: [{ message: { content: 'Hal' } }] },
  });
});

test('a web page with status 200 is an error and its body is let go', async () => {
  const { body, sent } = bodyOf([utf8('<html>Sign in</html>')], { hang: true });
  const headers = { 'content-type': 'text/html' };
  const client = clientOf(() => Promise.resolve(new Response(body, { headers })));
  await expect(client.chat.completions.stream(hello).finalCompletion()).rejects.toMatchObject({
    code: 'unexpected_response',
    status: 200,
  });
  expect(sent.cancelled).toBe(true);
});
