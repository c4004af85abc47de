import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, choose, hashOf, workOf } from './choose.ts';

function candidate(name: string, more: Partial<Candidate> = {}): Candidate {
  return { name, weight: 1, work: 0, chosenAt: 0, ...more };
}

const candidates = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 8 }),
    weight: fc.integer({ min: 1, max: 10 }),
    work: fc.integer({ min: 0, max: 100 }),
    chosenAt: fc.nat(),
  }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 8 },
);

/** Gives out calls that never end, and counts who got how many. */
function giveOut(weights: readonly number[], calls: number, prefix?: number): number[] {
  const all = weights.map((weight, index) => ({ ...candidate(`host-${index}`), weight }));
  for (let call = 1; call <= calls; call++) {
    const chosen = choose(all, { prefix, work: 1 })!;
    chosen.work += 1;
    chosen.chosenAt = call;
  }
  return all.map(({ work }) => work);
}

test('the one with the least work for its weight is chosen', () => {
  const all = [
    candidate('a', { work: 2 }),
    candidate('b', { work: 3, weight: 4 }),
    candidate('c', { work: 1 }),
  ];
  expect(choose(all, { prefix: undefined, work: 1 })?.name).toBe('b');
});

test('equals take turns', () => {
  const all = [candidate('a', { chosenAt: 2 }), candidate('b', { chosenAt: 1 })];
  expect(choose(all, { prefix: undefined, work: 1 })?.name).toBe('b');
});

test('work is shared by weight', () => {
  expect(giveOut([1, 2, 1], 400)).toEqual([100, 200, 100]);
});

test('a prefix leads to the same upstream, in whatever order they stand', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (all, prefix) => {
      const call = { prefix, work: 1 };
      expect(choose(all.toReversed(), call)?.name).toBe(choose(all, call)?.name);
    }),
  );
});

test('somebody has room, whatever the others have to do', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (all, prefix) => {
      expect(choose(all, { prefix, work: 1 })).toBeDefined();
    }),
  );
});

test('nobody goes far above the share for a prefix that all calls have', () => {
  for (const work of giveOut([1, 1, 1, 1], 400, 7)) expect(work).toBeLessThanOrEqual(127);
});

test('when one upstream goes, only its own conversations move', () => {
  const all = Array.from({ length: 5 }, (_, index) => candidate(`host-${index}`));
  const gone = all[2]!;
  const rest = all.filter((one) => one !== gone);
  for (let index = 0; index < 1_000; index++) {
    const call = { prefix: hashOf(`conversation ${index}`), work: 1 };
    const before = choose(all, call)!;
    if (before !== gone) expect(choose(rest, call)).toBe(before);
  }
});

test('conversations are spread by weight', () => {
  const counts = { a: 0, b: 0 };
  for (let index = 0; index < 4_000; index++) {
    const call = { prefix: hashOf(`conversation ${index}`), work: 1 };
    counts[choose([candidate('a'), candidate('b', { weight: 3 })], call)!.name as 'a' | 'b'] += 1;
  }
  expect(counts.b / counts.a).toBeGreaterThan(2.6);
  expect(counts.b / counts.a).toBeLessThan(3.4);
});

test('a long prompt counts as more than one call', () => {
  expect(workOf('Hello')).toBeCloseTo(1, 3);
  expect(workOf('x'.repeat(65_536))).toBe(3);
});
