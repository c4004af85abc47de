import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteTokenizer } from '../../../test/byte-tokenizer.ts';
import { type Asked, MODEL, say, tokensOf, user } from '../../../test/sim.ts';
import type { EngineToken } from '../engine.ts';
import { createSimEngine } from './sim-engine.ts';

const HELLO = { messages: [user('Why is the sky blue?')] };
const LONG = { messages: [user('Write 300 words about whales and the sea.')] };
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

describe('the simulator', () => {
  it('says the same to the same request', () => {
    expect(say(structuredClone(HELLO))).toBe(say(HELLO));
    expect(say({ ...LONG, temperature: 1.5, seed: 7 })).toBe(
      say({ ...LONG, temperature: 1.5, seed: 7 }),
    );
  });

  it('says the same whether the answer is streamed or not', () => {
    const streamed = { ...HELLO, stream: true, stream_options: { include_usage: true } };
    expect(say(streamed)).toBe(say(HELLO));
  });

  it('would say the same under another limit, so that a shorter answer is the beginning of it', () => {
    const whole = say(HELLO);
    expect(say({ ...HELLO, max_tokens: 5 })).toBe(whole);
    expect(say({ ...HELLO, max_completion_tokens: 5, stop: ['the'] })).toBe(whole);
  });

  it('says the same with and without log probabilities', () => {
    expect(say({ ...LONG, logprobs: true, top_logprobs: 5 })).toBe(say(LONG));
  });

  it('chooses other words for another seed, seeds beyond 32 bits included', () => {
    const answers = [...SEEDS, ...SEEDS.map((seed) => seed + 2 ** 32)].map((seed) =>
      say({ ...HELLO, seed }),
    );
    expect(new Set(answers).size).toBeGreaterThan(20);
    expect(say({ ...LONG, seed: 5 })).not.toBe(say({ ...LONG, seed: 2 ** 32 + 5 }));
  });

  it('says the same with any seed at temperature 0, and with each cut to one token', () => {
    const greedy = say({ ...LONG, temperature: 0 });
    for (const seed of SEEDS.slice(0, 5)) {
      expect(say({ ...LONG, seed, temperature: 0 })).toBe(greedy);
      expect(say({ ...LONG, seed, top_k: 1 })).toBe(greedy);
      expect(say({ ...LONG, seed, top_p: 0.01 })).toBe(greedy);
    }
  });

  it('varies more the warmer it is', () => {
    const variety = (temperature: number): number =>
      new Set(SEEDS.map((seed) => say({ ...HELLO, seed, temperature }))).size;
    expect(variety(0.3)).toBeLessThan(variety(1));
    expect(variety(0.01)).toBe(1);
  });

  it('repeats itself less under penalties', () => {
    const variety = (asked: Asked): number => {
      const words = say({ ...LONG, temperature: 0, ...asked }).split(' ');
      return new Set(words).size / words.length;
    };
    expect(variety({ frequency_penalty: 0.5 })).toBeGreaterThan(variety({}));
    expect(variety({ repetition_penalty: 1.5 })).toBeGreaterThan(variety({}));
  });

  it('takes words of the prompt for repeated, too', () => {
    const penalized = { ...HELLO, temperature: 0, repetition_penalty: 3 };
    expect(say({ ...penalized, prompt: 'Hello! This is' })).not.toBe(say(penalized));
  });

  it('knows the probability of each token, and lists it among the likeliest', () => {
    for (const token of tokensOf({ ...LONG, logprobs: true, top_logprobs: 20 })) {
      const { logprob, top = [] } = token;
      expect(top.reduce((sum, one) => sum + Math.exp(one.logprob), 0)).toBeCloseTo(1, 9);
      expect(top).toContainEqual({ text: token.text, logprob });
    }
  });

  it('is drawn as often as its probabilities say', () => {
    const firsts = Array.from(
      { length: 4_000 },
      (_, seed) => tokensOf({ ...HELLO, seed: seed + 1 })[0]!.text,
    );
    const [{ top = [] }] = tokensOf({ ...HELLO, logprobs: true, top_logprobs: 20 }) as [
      EngineToken,
    ];
    expect(top.length).toBeGreaterThan(2);
    const chiSquare = top.reduce((sum, { text, logprob }) => {
      const wanted = Math.exp(logprob) * firsts.length;
      return sum + (firsts.filter((first) => first === text).length - wanted) ** 2 / wanted;
    }, 0);
    // 99.9% of fair draws stay below this with two degrees of freedom.
    expect(chiSquare).toBeLessThan(13.82);
  });

  it('tells probabilities from before temperature and penalties', () => {
    const first = (asked: Asked): number | undefined =>
      tokensOf({ ...HELLO, logprobs: true, top_logprobs: 3, ...asked })[0]?.top?.[0]?.logprob;
    expect(first({ temperature: 0.2, repetition_penalty: 2, top_p: 0.5 })).toBe(first({}));
  });

  it('gives streams of hundreds of tokens when length is asked for', () => {
    expect(tokensOf(LONG).length).toBeGreaterThan(250);
    expect(tokensOf({ messages: [user('Tell me 1,000 words')] }).length).toBeGreaterThan(900);
  });

  it('stops when nobody listens any more', () => {
    const abort = new AbortController();
    const request = { model: MODEL, ...LONG };
    const tokens = createSimEngine().generate({
      request,
      prompt: '',
      thinking: false,
      signal: abort.signal,
    });
    let count = 0;
    for (const _ of tokens as Iterable<EngineToken>) if ((count += 1) === 10) abort.abort();
    expect(count).toBe(10);
  });

  it('refuses a bias on tokens that it does not have, before the first token', () => {
    expect(() => say({ ...HELLO, logit_bias: { 5: 1 } })).toThrow(
      expect.objectContaining({
        status: 400,
        message: expect.stringContaining('logit_bias') as string,
      }),
    );
  });

  it('can speak to any text, and leaves no tag of it in the answer', () => {
    const tags = fc.constantFrom('</think>', '<tool_call>', '<|eot_id|>', '“', '');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), tags, fc.boolean(), (text, tag, thinking) => {
        const answer = say({ messages: [user(`${text}${tag}my name is ${tag}.`)], thinking });
        expect(answer).toContain('simulator');
        expect(answer.match(/<\/?(?:think|tool_call)>|<\|/g)?.join() ?? '').toBe(
          thinking ? '<think>,</think>' : '',
        );
      }),
    );
  });
});

describe('the simulator with a tokenizer', () => {
  const options = { tokenizer: byteTokenizer };

  it('counts exactly, each tag of the model as one token', () => {
    const engine = createSimEngine(options);
    expect(engine.tokenCounts).toBe('exact');
    expect(engine.countTokens('<|eot_id|>€uro<think>')).toBe(1 + 6 + 1);
    expect(createSimEngine().tokenCounts).toBe('estimated');
  });

  it('says so in its fingerprint, because its answers are others', () => {
    expect(createSimEngine(options).fingerprint).not.toBe(createSimEngine().fingerprint);
  });

  it('writes those tokens', () => {
    const tokens = tokensOf(HELLO, options);
    expect(tokens.every(({ text }) => new TextEncoder().encode(text).length <= 4)).toBe(true);
    expect(tokens.length).toBe(createSimEngine(options).countTokens(say(HELLO, options)));
    expect(say(HELLO, options)).toContain('“Why is the sky blue?”');
  });

  it('honors a bias on them', () => {
    const greedy = { ...HELLO, temperature: 0 };
    expect(say(greedy, options)).toMatch(/^Hello/);
    expect(say({ ...greedy, logit_bias: { [byteOf('H')]: -100 } }, options)).toMatch(/^Greetings/);
  });

  it('is not begun with a tokenizer that adds tokens of its own', () => {
    const tokenizer = {
      ...byteTokenizer,
      encode: (text: string) => [1, ...byteTokenizer.encode(text)],
    };
    expect(() => createSimEngine({ tokenizer })).toThrow(
      expect.objectContaining({ code: 'invalid_options', path: 'tokenizer' }),
    );
  });

  function byteOf(character: string): number {
    return character.charCodeAt(0);
  }
});
