import { HermesError } from '@hermes4/core';
import type { WireChatRequest } from '@hermes4/core/internal';
import { Refusal } from '../../refusal.ts';
import { createRandom, hash, type Random } from '../../sampling/random.ts';
import { createSampler, type Sampler } from '../../sampling/sampler.ts';
import { readSampling, type SamplingSettings } from '../../sampling/settings.ts';
import type { EngineRequest, EngineToken, TokenEngine } from '../engine.ts';
import { createComposer } from './compose.ts';
import type { Piece } from './grammar/piece.ts';
import { createWalk } from './grammar/walk.ts';
import type { Tokenizer } from './tokenizer.ts';
import { createVocabulary, END_OF_TURN, type Vocabulary } from './vocabulary.ts';

/** How the simulator is set up. */
export interface SimEngineOptions {
  /**
   * Cuts text into the model's own tokens, so that usage is counted exactly and `logit_bias` can be honored.
   *
   * @defaultValue pieces of about the size of tokens; usage is then marked as estimated
   */
  tokenizer?: Tokenizer | undefined;
}

/**
 * Makes the engine that needs nothing: no key, no network, no weights. It is openly synthetic: a small
 * grammar writes sentences that say what they are, from the conversation that it was given. What is real is
 * the sampling. The grammar knows the exact probability of each token, so `temperature`, `top_p`, `top_k`, `min_p`,
 * `top_a`, the penalties, `seed` and `logprobs` mean what they mean with a model.
 *
 * - The same request gives the same answer. Without `seed`, chance is seeded with a hash of what the answer is about
 *   (model, messages, tools, tool choice, response format and thinking), not of limits or of how it travels, so a
 *   shorter answer is the beginning of the longer one.
 * - It calls the tools that the last question speaks of, with arguments that keep to their schema and come from
 *   the question where they can; once tools have answered, it quotes them.
 * - It writes JSON that keeps to the schema of `response_format`, or refuses the request with status 400 and names
 *   the keyword.
 *
 * @throws HermesError `invalid_options` when the tokenizer adds tokens of its own.
 * @example
 * ```ts
 * import { createLocalServer, createSimEngine } from '@hermes4/server';
 *
 * const server = createLocalServer({ engine: createSimEngine() });
 * ```
 */
export function createSimEngine({ tokenizer }: SimEngineOptions = {}): TokenEngine {
  if (tokenizer) checkTokenizer(tokenizer);
  const vocabulary = createVocabulary(tokenizer);
  const compose = createComposer(vocabulary);

  return {
    name: 'sim',
    fingerprint: `hermes4-sim-2${tokenizer ? `-${tokenizer.name}` : ''}`,
    tokenCounts: vocabulary.isExact ? 'exact' : 'estimated',
    countTokens: (text) => vocabulary.tokensOf(text).length,
    // Not a generator itself: what is refused is refused before the first token is asked for.
    generate(asked) {
      const settings = readSampling(asked.request);
      checkBias(settings, vocabulary);
      const pieces = compose(asked);
      const prompt = settings.repetition_penalty === 1 ? [] : vocabulary.tokensOf(asked.prompt);
      const sampler = createSampler({
        settings,
        random: chanceOf(asked),
        prompt: prompt.map(({ id }) => id),
      });
      return write(pieces, sampler, asked.signal);
    },
  };
}

function* write(
  pieces: readonly Piece[],
  sampler: Sampler,
  signal: AbortSignal,
): Generator<EngineToken> {
  const walk = createWalk(pieces);
  while (!signal.aborted) {
    const step = walk.next();
    const { id, index, logprob, top } = sampler.choose(step);
    if (id === END_OF_TURN) return;
    const textAt = (place: number): string => step.tokens[place]?.text ?? '';
    yield {
      text: textAt(index),
      logprob,
      ...(top.length > 0 && {
        top: top.map((one) => ({ text: textAt(one.index), logprob: one.logprob })),
      }),
    };
    walk.take(index);
  }
}

/** A seed that was given decides alone, as with a model; else what the answer is about does. */
function chanceOf({ request, thinking }: EngineRequest): Random {
  return createRandom(
    hash(request.seed === undefined ? aboutOf(request, thinking) : `seed ${request.seed}`),
  );
}

function aboutOf(request: WireChatRequest, thinking: boolean): string {
  const { model, messages, tools, tool_choice, parallel_tool_calls, response_format } = request;
  return JSON.stringify([
    model,
    messages,
    tools,
    tool_choice,
    parallel_tool_calls,
    response_format,
    thinking,
  ]);
}

function checkBias({ logit_bias }: SamplingSettings, { isExact }: Vocabulary): void {
  if (isExact || logit_bias.size === 0) return;
  throw new Refusal(
    400,
    "logit_bias: names tokens by their number in the model's vocabulary, which this simulator does not have; leave it out, or give createSimEngine a tokenizer.",
  );
}

function checkTokenizer(tokenizer: Tokenizer): void {
  const probe = 'Hello';
  if (tokenizer.encode('').length === 0 && tokenizer.decode(tokenizer.encode(probe)) === probe)
    return;
  throw new HermesError(
    `Option tokenizer cannot be used: expected ${tokenizer.name} to encode no text as no token and to decode what it encoded, but it adds tokens; tell it to add none at the beginning and the end.`,
    { code: 'invalid_options', path: 'tokenizer' },
  );
}
