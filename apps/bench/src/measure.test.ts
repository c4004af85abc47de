import { expect, test } from 'vitest';
import { floorCall } from './clients/floor.ts';
import type { Contender } from './contender.ts';
import { compare, growth } from './measure.ts';
import { wholeAnswer } from './workload.ts';

test('a contender that loses text is found out', async () => {
  const forgetful = { name: 'forgetful', create: () => () => Promise.resolve('') };
  await expect(compare(floorCall, [forgetful], wholeAnswer(), 1)).rejects.toThrow('forgetful');
});

test('growth reads as much in small answers as in the large one', async () => {
  const read: string[] = [];
  const contender: Contender = {
    name: 'any',
    create: (fetch) => async () => {
      const text = await (await fetch('')).text();
      read.push(text);
      return text;
    },
  };
  const task = (text: string) => ({ text, fetch: () => Promise.resolve(new Response(text)) });
  await growth([contender], [task('a'), task('bbb')], 1);
  // Each once to warm up, the large one once more, then one large run between two small ones.
  expect(read.join('')).toBe('aaabbb' + 'bbb' + 'aaabbbaaa');
});
