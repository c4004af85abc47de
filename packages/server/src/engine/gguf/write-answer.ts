import type { Random } from '../../sampling/random.ts';
import { createSampler } from '../../sampling/sampler.ts';
import type { SamplingSettings } from '../../sampling/settings.ts';
import type { EngineToken } from '../engine.ts';
import type { Position } from './grammar/matcher.ts';
import type { LlamaSequence, Token } from './llama.ts';
import { type NextTokens, nextTokens, nextTokensAgain } from './next-token.ts';
import type { SequencePool } from './sequence-pool.ts';
import { createTokenWriter } from './token-writer.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What one answer is made from. */
export interface Writing {
  readonly pool: SequencePool;
  readonly vocabulary: Vocabulary;
  readonly prompt: readonly Token[];
  readonly settings: SamplingSettings;
  readonly random: Random;
  readonly candidates: number;
  /** The beginning of the grammar that the answer is held to. @defaultValue any text */
  readonly grammar?: Position | undefined;
  readonly signal: AbortSignal;
}

/** A prompt is read in pieces of this many tokens, so that a caller who leaves is noticed. */
const TOKENS_AT_ONCE = 512;

/** Writes one answer, from a place of its own in the model's memory, which it gives back however it ends. */
export async function* writeAnswer(writing: Writing): AsyncGenerator<EngineToken> {
  const { pool, vocabulary, prompt, settings, random, signal } = writing;
  const sequence = await pool.take(prompt, signal);
  try {
    await readPrompt(sequence, prompt, signal);
    const sampler = createSampler({ settings, random, prompt });
    const writer = createTokenWriter(vocabulary, prompt);
    let last = prompt.at(-1) as Token;
    let place = writing.grammar;
    while (!signal.aborted && place?.isFinal !== true) {
      const next = await allowed(sequence, last, place, writing);
      const { index, logprob, top } = sampler.choose(next);
      last = next.ids[index] as Token;
      if (vocabulary.isEnd(last)) break;
      place = place?.after(vocabulary.textOf(last));
      yield* writer.add({
        id: last,
        logprob,
        top: top.map((one) => ({
          text: vocabulary.textOf(next.ids[one.index] as Token),
          logprob: one.logprob,
        })),
      });
    }
    yield* writer.end();
  } catch (error) {
    // Whatever it remembers cannot be trusted any more.
    await sequence.clearHistory();
    throw error;
  } finally {
    pool.give(sequence);
  }
}

/** Reads all but the last token, which is read for what follows it; what the sequence remembers is not read again. */
async function readPrompt(
  sequence: LlamaSequence,
  prompt: readonly Token[],
  signal: AbortSignal,
): Promise<void> {
  const all = prompt.slice(0, -1);
  await sequence.adaptStateToTokens(all, false);
  for (let at = sequence.nextTokenIndex; at < all.length; at += TOKENS_AT_ONCE) {
    signal.throwIfAborted();
    await sequence.evaluateWithoutGeneratingNewTokens(all.slice(at, at + TOKENS_AT_ONCE));
  }
}

/** The likeliest tokens that the grammar allows; where it allows none of them, of all tokens. */
async function allowed(
  sequence: LlamaSequence,
  last: Token,
  place: Position | undefined,
  { vocabulary, candidates }: Writing,
): Promise<NextTokens> {
  const likeliest = await nextTokens(sequence, last, candidates);
  if (!place) return likeliest;
  const fits = (token: Token): boolean => {
    if (vocabulary.isEnd(token)) return place.isComplete;
    const text = vocabulary.textOf(token);
    return text !== '' && place.after(text) !== undefined;
  };
  const some = only(likeliest, fits);
  if (some.ids.length > 0) return some;
  const any = only(await nextTokensAgain(sequence, last, Infinity), fits);
  if (any.ids.length > 0) return any;
  throw new Error('no token of this model goes on with the JSON that was asked for');
}

function only({ ids, values, logTotal }: NextTokens, fits: (token: Token) => boolean): NextTokens {
  const kept = ids.flatMap((id, index) => (fits(id) ? [index] : []));
  return {
    ids: kept.map((index) => ids[index] as Token),
    values: kept.map((index) => values[index] as number),
    logTotal,
  };
}
