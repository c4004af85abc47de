import { cut } from './cut.ts';
import type { Logits, TokenId } from './logits.ts';
import { createPenalties } from './penalties.ts';
import type { Random } from './random.ts';
import type { SamplingSettings } from './settings.ts';
import { logSumExp, softmax } from './softmax.ts';
import { byValue, type RankedToken, topTokens } from './top.ts';

/** What a sampler needs. */
export interface SamplerOptions {
  readonly settings: SamplingSettings;
  /** Where chance comes from; the same numbers choose the same tokens. */
  readonly random: Random;
  /** The tokens of the prompt, which the repetition penalty counts too. @defaultValue none */
  readonly prompt?: Iterable<TokenId> | undefined;
}

/** Chooses the tokens of one answer. */
export interface Sampler {
  /** Chooses the next token, and remembers it for the penalties. There must be one that can come. */
  choose(logits: Logits): ChosenToken;
}

/** A token that a sampler has chosen. */
export interface ChosenToken extends RankedToken {
  /** The likeliest tokens, as many as were asked for, the chosen one among them. */
  readonly top: readonly RankedToken[];
}

/** Below this, as in vLLM, a temperature is zero. */
const COLDEST = 1e-5;

/**
 * Makes a sampler in the order of vLLM 1 (`vllm/v1/sample/sampler.py`): log probabilities of the raw
 * logits, logit bias, repetition, frequency and presence penalty, then either the highest (temperature 0)
 * or temperature, min_p, top_k, top_p and the draw. So `logprob` and `top` tell what the model thought, before
 * any parameter changed it.
 */
export function createSampler({ settings, random, prompt = [] }: SamplerOptions): Sampler {
  const { temperature, logit_bias, top_logprobs } = settings;
  const penalties = createPenalties(settings, prompt);

  return {
    choose(logits) {
      const { ids, values } = logits;
      const index = values.length === 1 ? 0 : pick(score(logits));
      const id = ids[index] as TokenId;
      penalties.count(id);
      const logTotal = logits.logTotal ?? logSumExp(values);
      const logprobs = Float64Array.from(values, (value) => value - logTotal);
      const top = topTokens(ids, logprobs, { count: top_logprobs, chosen: index });
      return { index, id, logprob: logprobs[index] as number, top };
    },
  };

  function score({ ids, values }: Logits): Float64Array {
    return Float64Array.from(values, (value, index) => {
      const id = ids[index] as TokenId;
      return penalties.apply(id, value + (logit_bias.get(id) ?? 0));
    });
  }

  function pick(scores: Float64Array): number {
    const order = byValue(scores);
    if (temperature < COLDEST) return order[0] as number;
    const chances = softmax(order.map((index) => (scores[index] as number) / temperature));
    return order[draw(chances.subarray(0, cut(chances, settings)))] as number;
  }

  function draw(chances: Float64Array): number {
    let left = random() * chances.reduce((sum, chance) => sum + chance, 0);
    const last = chances.length - 1;
    for (let index = 0; index < last; index++) {
      left -= chances[index] as number;
      if (left < 0) return index;
    }
    return last;
  }
}
