import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { handClock } from '../../test/hand-clock.ts';
import { drain } from '../../test/upstream.ts';
import { tapAnswer } from './tap-answer.ts';
import type { TappedEnd } from './tapped-end.ts';

const EVENTS = { 'content-type': 'text/event-stream' };
const JSON_TYPE = { 'content-type': 'application/json' };
const USAGE = { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 };

function chunk(delta: object, more: object = {}): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: null, ...more }] })}\n\n`;
}

const STREAM = [
  chunk({ role: 'assistant', content: '' }),
  chunk({ content: 'Grüße' }),
  chunk({}, { finish_reason: 'stop' }),
  `data: ${JSON.stringify({ choices: [], usage: USAGE, meta: { usage: { credits_used: 7, usd_spent: 0.5 } } })}\n\n`,
  'data: [DONE]\n\n',
];

function bytesOf(parts: readonly (string | Uint8Array)[]): Uint8Array[] {
  return parts.map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : part));
}

/** A body that ends, breaks or waits after its parts. */
function bodyOf(parts: readonly (string | Uint8Array)[], last: 'end' | 'break' | 'wait' = 'end') {
  const rest = bytesOf(parts);
  return new ReadableStream<Uint8Array>(
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
}

async function tapped(
  parts: readonly (string | Uint8Array)[],
  init: ResponseInit = { headers: EVENTS },
  last: 'end' | 'break' = 'end',
): Promise<{ bytes: Uint8Array; ends: TappedEnd[]; error?: unknown }> {
  const ends: TappedEnd[] = [];
  const response = tapAnswer(new Response(bodyOf(parts, last), init), (end) => void ends.push(end));
  return { ...(await drain(response.body)), ends };
}

test('a stream is passed byte by byte, and what it said is told once', async () => {
  const { bytes, ends } = await tapped(STREAM);
  expect(Buffer.from(bytes).toString()).toBe(STREAM.join(''));
  expect(ends).toEqual([
    {
      end: 'complete',
      usage: USAGE,
      credits: 7,
      usd: 0.5,
      finishReason: 'stop',
      firstContentAt: expect.any(Number) as number,
    },
  ]);
});

test('any bytes of any type pass as they came, and the end is told once', async () => {
  const type = fc.constantFrom('text/event-stream', 'application/json', 'text/html');
  const status = fc.constantFrom(200, 429, 502);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array()), type, status, async (parts, type, status) => {
      const init = { status, headers: { 'content-type': type } };
      const { bytes, ends } = await tapped(parts, init);
      expect(Buffer.compare(bytes, Buffer.concat(parts))).toBe(0);
      expect(ends).toHaveLength(1);
    }),
  );
});

test('what is told does not depend on where the network cut the bytes', async () => {
  const whole = Buffer.from(STREAM.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(whole.length)), async (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), whole.length];
      const parts = places.slice(1).map((end, at) => whole.subarray(places[at], end));
      const { ends } = await tapped(parts);
      expect(ends).toMatchObject([{ end: 'complete', usage: USAGE, finishReason: 'stop' }]);
    }),
  );
});

test('the first content is a word, a thought or a call, not the role', async () => {
  const clock = handClock();
  const ends: TappedEnd[] = [];
  const parts = [STREAM[0]!, chunk({ reasoning_content: 'Hm' }), chunk({ content: 'Hi' })];
  const response = tapAnswer(
    new Response(bodyOf(parts), { headers: EVENTS }),
    (end) => void ends.push(end),
    clock,
  );
  const reader = response.body!.getReader();
  for (const ms of [10, 20, 30]) {
    await clock.pass(ms);
    await reader.read();
  }
  await reader.cancel();
  expect(ends).toEqual([{ end: 'left', firstContentAt: 30 }]);
});

test('a whole answer is read at its end', async () => {
  const body = { choices: [{ message: { content: 'Hi' }, finish_reason: 'length' }], usage: USAGE };
  const headers = {
    ...JSON_TYPE,
    'x-aimlapi-credits-used': '2480',
    'x-aimlapi-usd-spent': '0.00124',
  };
  const { ends } = await tapped([JSON.stringify(body)], { headers });
  expect(ends).toMatchObject([
    { end: 'complete', usage: USAGE, finishReason: 'length', credits: 2480, usd: 0.00124 },
  ]);
});

test('the price that OpenRouter writes into the usage is a cost', async () => {
  const { ends } = await tapped(
    [JSON.stringify({ choices: [], usage: { ...USAGE, cost: 0.25 } })],
    {
      headers: JSON_TYPE,
    },
  );
  expect(ends).toMatchObject([{ usd: 0.25 }]);
});

test.each([
  ['a stream without its end', STREAM.slice(0, 2), 200, 'failed'],
  ['a stream that ends with its finish reason', STREAM.slice(0, 3), 200, 'complete'],
  ['an error inside a stream', [STREAM[0]!, 'data: {"error":{"message":"no"}}\n\n'], 200, 'failed'],
  ['an event that is not JSON', [STREAM[0]!, 'data: <html>\n\n'], 200, 'failed'],
  ['an error with its status', ['{"error":{"message":"no"}}'], 429, 'refused'],
])('%s is told as such', async (_, parts, status, end) => {
  const headers = status === 200 ? EVENTS : JSON_TYPE;
  expect((await tapped(parts, { status, headers })).ends).toMatchObject([{ end }]);
});

test('a body that breaks has failed, and its reader gets the error', async () => {
  const { ends, error } = await tapped(STREAM.slice(0, 2), { headers: EVENTS }, 'break');
  expect(ends).toMatchObject([{ end: 'failed' }]);
  expect(error).toEqual(new Error('gone'));
});

test.each([
  [2, 'left'],
  [5, 'complete'],
])('a caller who leaves after %i events: %s', async (count, end) => {
  const ends: TappedEnd[] = [];
  const source = new Response(bodyOf(STREAM, 'wait'), { headers: EVENTS });
  const reader = tapAnswer(source, (told) => void ends.push(told)).body!.getReader();
  for (let at = 0; at < count; at++) await reader.read();
  await reader.cancel();
  expect(ends).toMatchObject([{ end }]);
});

test('a caller who leaves during a read ends the read beneath', async () => {
  let isCancelled = false;
  const ends: TappedEnd[] = [];
  const body = new ReadableStream<Uint8Array>({ cancel: () => void (isCancelled = true) });
  const reader = tapAnswer(
    new Response(body, { headers: EVENTS }),
    (end) => void ends.push(end),
  ).body!.getReader();
  const read = reader.read();
  await reader.cancel();
  expect(await read).toEqual({ done: true, value: undefined });
  expect([isCancelled, ends]).toEqual([true, [{ end: 'left' }]]);
});

test('nothing is read before it is asked for', async () => {
  let pulls = 0;
  const body = new ReadableStream<Uint8Array>(
    { pull: (controller) => controller.enqueue(new Uint8Array([pulls++])) },
    { highWaterMark: 0 },
  );
  const reader = tapAnswer(
    new Response(body, { headers: EVENTS }),
    () => undefined,
  ).body!.getReader();
  await handClock().pass(0);
  expect(pulls).toBe(0);
  await reader.read();
  expect(pulls).toBe(1);
  await reader.cancel();
});

test.each([
  ['an event', EVENTS, 'data: "'],
  ['a whole answer', JSON_TYPE, '"'],
])('%s that is too large to hold is passed on, unread', async (_, headers, opening) => {
  const parts = [opening, ...Array.from({ length: 9 }, () => 'x'.repeat(2 ** 19)), '"\n\n'];
  const { bytes, ends } = await tapped(parts, { headers });
  expect(bytes.length).toBe(parts.join('').length);
  expect(ends).toMatchObject([{ end: 'complete' }]);
});

test('an answer without a body ends at once', () => {
  const ends: TappedEnd[] = [];
  const response = new Response(null, { status: 204 });
  expect(tapAnswer(response, (end) => void ends.push(end))).toBe(response);
  expect(ends).toEqual([{ end: 'complete' }]);
});
