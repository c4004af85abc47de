import type { ChatCompletionLogprobs } from '@hermes4/core';
import type { EngineToken } from '../engine/engine.ts';

type TokenLogprob = NonNullable<ChatCompletionLogprobs['content']>[number];

/** What stands for a probability that the engine does not tell. */
const UNKNOWN = -9_999;

const ENCODER = new TextEncoder();

/**
 * What is told of tokens that were given out. As with vLLM, all of them: those of thoughts, tags and calls are
 * tokens of the answer, too.
 *
 * @param alternatives How many of the likeliest tokens to list at each place.
 */
export function logprobsOf(
  tokens: readonly EngineToken[],
  alternatives: number,
): ChatCompletionLogprobs {
  const entry = (
    token: string,
    logprob: number | undefined,
  ): Omit<TokenLogprob, 'top_logprobs'> => ({
    token,
    logprob: logprob === undefined ? UNKNOWN : Math.max(logprob, UNKNOWN),
    bytes: [...ENCODER.encode(token)],
  });
  const content = tokens.map(({ text, logprob, top = [] }) => ({
    ...entry(text, logprob),
    top_logprobs: top.slice(0, alternatives).map((chance) => entry(chance.text, chance.logprob)),
  }));
  return { content, refusal: null };
}
