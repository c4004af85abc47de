import { expect, test } from 'vitest';
import { eventsourceParser } from './clients/eventsource.ts';
import { floorCall, floorStream } from './clients/floor.ts';
import { hermesCall, hermesChunks, hermesParts } from './clients/hermes.ts';
import { openaiCall, openaiChunks, openaiHelper } from './clients/openai.ts';
import { vercelCall, vercelStream } from './clients/vercel.ts';
import { compare } from './measure.ts';
import { markdownTable } from './report.ts';
import { fetchOf, inPieces, oneEventEach, wholeAnswer } from './workload.ts';

const readers = [hermesChunks, hermesParts, openaiChunks, openaiHelper, vercelStream];

test.each([oneEventEach(50), inPieces(50, 7, '7-byte network chunks')])(
  'every contender reads the whole text, $name',
  async (workload) => {
    for (const { name, create } of [floorStream, eventsourceParser, ...readers]) {
      expect(await create(fetchOf(workload))(), name).toBe(workload.text);
    }
  },
);

test('every contender reads a whole answer', async () => {
  const { fetch, text } = wholeAnswer();
  for (const { name, create } of [floorCall, hermesCall, openaiCall, vercelCall]) {
    expect(await create(fetch)(), name).toBe(text);
  }
});

test('a contender that loses text is found out', async () => {
  const { fetch, text } = wholeAnswer();
  const forgetful = { name: 'forgetful', create: () => () => Promise.resolve('') };
  const task = { fetch, text, calls: 1, rounds: 1 };
  await expect(compare(floorCall, [forgetful], task)).rejects.toThrow('forgetful');
});

test('a table has a row for each contender and a column for each task', () => {
  const rows = [{ name: 'a', ratio: 1.234 }];
  expect(markdownTable('ratio', [{ name: 'x', rows }])).toBe(
    '| ratio | x |\n|---|--:|\n| a | 1.23 |',
  );
});
