import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Logits } from './logits.ts';
import { createRandom } from './random.ts';
import { createSampler, type Sampler } from './sampler.ts';
import { readSampling, type SamplingSettings } from './settings.ts';
import { softmax } from './softmax.ts';

const NEUTRAL = readSampling({ model: 'm', messages: [] });

describe('a sampler', () => {
  it('takes the likeliest token at temperature 0, the first of several that are alike', () => {
    fc.assert(
      fc.property(anyLogits(), fc.nat(), (logits, seed) => {
        const { index } = samplerOf({ temperature: 0 }, seed).choose(logits);
        expect(index).toBe(best(logits));
      }),
    );
  });

  it('comes to greedy as the temperature falls', () => {
    const logits = { ids: ['a', 'b', 'c'], values: [1, 1.5, 0.2] };
    const shares = [2, 1, 0.5, 0.1, 0.02].map((temperature) =>
      shareOf('b', logits, { temperature }),
    );
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it.each([
    ['top_k 1', { top_k: 1 }],
    ['top_p near 0', { top_p: 1e-9 }],
    ['min_p 1', { min_p: 1 }],
    ['a temperature near 0', { temperature: 1e-6 }],
  ])('with %s takes the likeliest token', (_, settings) => {
    fc.assert(
      fc.property(distinctLogits(), fc.nat(), (logits, seed) => {
        expect(samplerOf(settings, seed).choose(logits).index).toBe(best(logits));
      }),
    );
  });

  it('always has a token to take, whatever the cuts, the penalties and the temperature', () => {
    fc.assert(
      fc.property(anyLogits(), anySettings(), fc.nat(), (logits, settings, seed) => {
        const sampler = samplerOf(settings, seed, logits.ids as string[]);
        for (let turn = 0; turn < 5; turn++) {
          const { index, id } = sampler.choose(logits);
          expect(logits.ids[index]).toBe(id);
        }
      }),
    );
  });

  it('lists the likeliest tokens in order, as many as asked for, and the chosen one among them', () => {
    fc.assert(
      fc.property(anyLogits(), fc.integer({ min: 1, max: 20 }), fc.nat(), (logits, count, seed) => {
        const { id, logprob, top } = samplerOf(
          { top_logprobs: count, temperature: 2 },
          seed,
        ).choose(logits);
        const ranked = top.slice(0, count).map((one) => one.logprob);
        expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
        expect(top.length).toBeGreaterThanOrEqual(Math.min(count, logits.ids.length));
        expect(top.length).toBeLessThanOrEqual(count + 1);
        expect(top.find((one) => one.id === id)?.logprob).toBe(logprob);
      }),
    );
  });

  it('lists none unless asked', () => {
    expect(samplerOf({}).choose({ ids: ['a'], values: [0] }).top).toEqual([]);
  });

  it('tells log probabilities of the raw logits, which sum to one', () => {
    fc.assert(
      fc.property(anyLogits(), anySettings(), fc.nat(), (logits, settings, seed) => {
        const all = logits.ids.length;
        const { top } = samplerOf({ ...settings, top_logprobs: all }, seed).choose(logits);
        const chances = softmax(logits.values);
        expect(top.reduce((sum, { logprob }) => sum + Math.exp(logprob), 0)).toBeCloseTo(1, 9);
        for (const { index, logprob } of top)
          expect(Math.exp(logprob)).toBeCloseTo(chances[index]!, 9);
      }),
    );
  });

  it('counts what is not listed of a vocabulary, when told how much it is', () => {
    const { logprob } = samplerOf({}).choose({ ids: [7], values: [2], logTotal: 3 });
    expect(logprob).toBe(-1);
  });

  it.each([
    ['nothing', {}, [0.5, 0.3, 0.15, 0.05]],
    ['temperature 2', { temperature: 2 }, normalized([0.5, 0.3, 0.15, 0.05].map(Math.sqrt))],
    ['top_k 2', { top_k: 2 }, normalized([0.5, 0.3, 0, 0])],
    ['top_p 0.75', { top_p: 0.75 }, normalized([0.5, 0.3, 0, 0])],
    ['top_p 0.85', { top_p: 0.85 }, normalized([0.5, 0.3, 0.15, 0])],
    ['min_p 0.2', { min_p: 0.2 }, normalized([0.5, 0.3, 0.15, 0])],
    ['top_a 0.5', { top_a: 0.5 }, normalized([0.5, 0.3, 0.15, 0])],
    ['a bias', { logit_bias: new Map([['d', Math.log(6)]]) }, normalized([0.5, 0.3, 0.15, 0.3])],
    ['min_p before top_p', { min_p: 0.4, top_p: 0.6 }, [1, 0, 0, 0]],
  ])('draws as often as the probabilities say, with %s', (_, settings, expected) => {
    const logits = { ids: ['a', 'b', 'c', 'd'], values: [0.5, 0.3, 0.15, 0.05].map(Math.log) };
    const draws = 20_000;
    const sampler = samplerOf(settings, 11);
    const counts = [0, 0, 0, 0];
    for (let turn = 0; turn < draws; turn++) counts[sampler.choose(logits).index]! += 1;
    const possible = expected.flatMap((chance, index) => (chance > 0 ? [index] : []));
    for (const [index, count] of counts.entries()) {
      if (!possible.includes(index)) expect(count).toBe(0);
    }
    const chiSquare = possible.reduce((sum, index) => {
      const wanted = expected[index]! * draws;
      return sum + (counts[index]! - wanted) ** 2 / wanted;
    }, 0);
    // 99.9% of fair draws stay below this with three degrees of freedom.
    expect(chiSquare).toBeLessThan(16.27);
  });

  it('chooses the same from the same seed', () => {
    fc.assert(
      fc.property(
        fc.array(anyLogits(), { maxLength: 10 }),
        anySettings(),
        fc.nat(),
        (steps, settings, seed) => {
          const run = (sampler: Sampler): number[] =>
            steps.map((step) => sampler.choose(step).index);
          expect(run(samplerOf(settings, seed))).toEqual(run(samplerOf(settings, seed)));
        },
      ),
    );
  });

  it('draws no number where only one token can come, so that forced text does not move chance', () => {
    let drawn = 0;
    const random = (): number => (drawn += 1) * 0;
    createSampler({ settings: NEUTRAL, random }).choose({ ids: ['a'], values: [0] });
    expect(drawn).toBe(0);
  });
});

describe('penalties', () => {
  const logits = { ids: ['a', 'b'], values: [1, 1] };

  it.each([
    ['frequency_penalty', { frequency_penalty: 0.5 }],
    ['presence_penalty', { presence_penalty: 0.5 }],
    ['repetition_penalty', { repetition_penalty: 1.3 }],
  ])('make a token that came before rarer: %s', (_, settings) => {
    expect(repeats(settings)).toBeLessThan(repeats({}));
  });

  it.each([
    ['frequency_penalty', { frequency_penalty: -0.5 }],
    ['presence_penalty', { presence_penalty: -0.5 }],
    ['repetition_penalty', { repetition_penalty: 0.7 }],
  ])('make it more frequent when they are negative or below one: %s', (_, settings) => {
    expect(repeats(settings)).toBeGreaterThan(repeats({}));
  });

  it('count each appearance for frequency, and only the first for presence', () => {
    const greedy = { temperature: 0 };
    const often = samplerOf({ ...greedy, frequency_penalty: 0.6 });
    const once = samplerOf({ ...greedy, presence_penalty: 0.6 });
    const step = { ids: ['a', 'b'], values: [1, 0] };
    const run = (sampler: Sampler): string => [1, 2, 3].map(() => sampler.choose(step).id).join('');
    expect([run(often), run(once)]).toEqual(['aab', 'aaa']);
  });

  it('count the prompt for repetition, and for nothing else', () => {
    const chosen = (settings: Partial<SamplingSettings>): unknown =>
      samplerOf({ temperature: 0, ...settings }, 1, ['a']).choose({
        ids: ['a', 'b'],
        values: [2, 1.5],
      }).id;
    expect(chosen({ repetition_penalty: 2 })).toBe('b');
    expect(chosen({ frequency_penalty: 2, presence_penalty: 2 })).toBe('a');
  });

  it('divide positive logits and multiply negative ones', () => {
    const penalized = (values: number[]): unknown =>
      samplerOf({ temperature: 0, repetition_penalty: 2 }, 1, ['a']).choose({
        ids: ['a', 'b'],
        values,
      }).id;
    expect([penalized([3, 1.4]), penalized([3, 1.6])]).toEqual(['a', 'b']);
    expect([penalized([-1, -2.1]), penalized([-1, -1.9])]).toEqual(['a', 'b']);
  });

  function repeats(settings: Partial<SamplingSettings>): number {
    let count = 0;
    for (let seed = 0; seed < 3_000; seed++) {
      const sampler = samplerOf(settings, seed);
      if (sampler.choose(logits).id === sampler.choose(logits).id) count += 1;
    }
    return count;
  }
});

function samplerOf(settings: Partial<SamplingSettings>, seed = 1, prompt: string[] = []): Sampler {
  return createSampler({
    settings: { ...NEUTRAL, ...settings },
    random: createRandom(seed),
    prompt,
  });
}

function shareOf(id: string, logits: Logits, settings: Partial<SamplingSettings>): number {
  const sampler = samplerOf(settings, 5);
  const chosen = Array.from({ length: 2_000 }, () => sampler.choose(logits).id);
  return chosen.filter((one) => one === id).length / chosen.length;
}

function best({ values }: Logits): number {
  const list = Array.from(values);
  return list.indexOf(Math.max(...list));
}

function normalized(chances: readonly number[]): number[] {
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  return chances.map((chance) => chance / total);
}

function anyLogits(): fc.Arbitrary<Logits> {
  const value = fc.double({ min: -30, max: 30, noNaN: true });
  return fc.array(value, { minLength: 1, maxLength: 30 }).map(withIds);
}

function distinctLogits(): fc.Arbitrary<Logits> {
  const value = fc.integer({ min: -300, max: 300 }).map((tenths) => tenths / 10);
  return fc.uniqueArray(value, { minLength: 1, maxLength: 30 }).map(withIds);
}

function withIds(values: readonly number[]): Logits {
  return { values, ids: values.map((_, index) => `t${index}`) };
}

function anySettings(): fc.Arbitrary<Partial<SamplingSettings>> {
  const between = (min: number, max: number): fc.Arbitrary<number> =>
    fc.double({ min, max, noNaN: true });
  return fc.record(
    {
      temperature: between(0, 2),
      top_p: between(0.01, 1),
      top_k: fc.integer({ min: 1, max: 40 }),
      min_p: between(0.001, 0.999),
      top_a: between(0, 1),
      repetition_penalty: between(0.1, 3),
      frequency_penalty: between(-2, 2),
      presence_penalty: between(-2, 2),
    },
    { requiredKeys: [] },
  );
}
