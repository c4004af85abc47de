import { expect, test } from 'vitest';
import { eventsourceParser } from './clients/eventsource.ts';
import { floorCall, floorStream } from './clients/floor.ts';
import { hermesCall, hermesChunks, hermesParts } from './clients/hermes.ts';
import { hermesArguments, hermesJson, hermesPartials } from './clients/hermes-json.ts';
import { openaiCall, openaiChunks, openaiHelper } from './clients/openai.ts';
import { openaiArguments, vercelArguments, vercelPartials } from './clients/peers-json.ts';
import { vercelCall, vercelStream } from './clients/vercel.ts';
import type { Contender } from './contender.ts';
import { growingArguments, growingInlineArguments, growingJson } from './json-workload.ts';
import { promisesOf } from './promises.ts';
import { inPieces, longStream, oneEventEach, taskOf, wholeAnswer } from './workload.ts';

const readers = [hermesChunks, hermesParts, openaiChunks, openaiHelper, vercelStream];

test.each([
  ['one event per network chunk', oneEventEach(50)],
  ['7-byte network chunks', inPieces(50, 7)],
  ['a long answer', longStream(2)],
])('every contender reads the whole text, %s', async (_, workload) => {
  const { fetch, text } = taskOf(workload);
  for (const { name, create } of [floorStream, eventsourceParser, ...readers]) {
    expect(await create(fetch)(), name).toBe(text);
  }
});

test('every contender reads a whole answer', async () => {
  const { fetch, text } = wholeAnswer();
  for (const { name, create } of [floorCall, hermesCall, openaiCall, vercelCall]) {
    expect(await create(fetch)(), name).toBe(text);
  }
});

test.each([
  ['a value that grows', growingJson(500), [hermesJson, hermesPartials, vercelPartials]],
  [
    'the arguments of a tool',
    growingArguments(500),
    [hermesArguments, openaiArguments, vercelArguments],
  ],
  ['arguments inside text', growingInlineArguments(500), [hermesArguments]],
])('every contender reads the whole of %s', async (_, workload, contenders) => {
  const { fetch, text } = taskOf(workload);
  for (const { name, create } of contenders) expect(await create(fetch)(), name).toBe(text);
});

test('core makes fewer promises for a stream than any peer', async () => {
  const { fetch } = taskOf(oneEventEach(500));
  const [chunks = Infinity, parts = Infinity, ...peers] = await promisesOfEach(readers, fetch);
  for (const peer of peers) expect(Math.max(chunks, parts)).toBeLessThan(peer);
});

test('a value after each delta makes no promise', async () => {
  const { fetch } = taskOf(growingJson(4_000));
  const counts = await promisesOfEach([hermesJson, hermesPartials], fetch);
  const [without = Infinity, withValues = Infinity] = counts;
  // The platform makes a few more or less from run to run; there are 1,000 deltas.
  expect(withValues).toBeLessThan(without + 100);
});

/** Counts the promises of one call with each, after one that warms it up. */
async function promisesOfEach(
  contenders: readonly Contender[],
  fetch: typeof globalThis.fetch,
): Promise<number[]> {
  const counts: number[] = [];
  for (const { create } of contenders) {
    const read = create(fetch);
    await read();
    counts.push(await promisesOf(read));
  }
  return counts;
}
