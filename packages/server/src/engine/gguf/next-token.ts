import type { Logits } from '../../sampling/logits.ts';
import type { LlamaSequence, Token } from './llama.ts';

/** The tokens that may come next, with their logits. */
export interface NextTokens extends Logits {
  readonly ids: readonly Token[];
  readonly values: readonly number[];
  readonly logTotal: number;
}

/**
 * Lets the model read one more token and tells what may follow. Logits are the model's own, before any parameter: the sampler is
 * the server's, so that a seed means the same with every engine.
 *
 * @param count How many of the likeliest are told; `Infinity` for all.
 */
export async function nextTokens(
  sequence: LlamaSequence,
  token: Token,
  count: number,
): Promise<NextTokens> {
  const logits = count === Infinity ? true : { filter: { tokens: [], includeTop: count } };
  const [output] = await sequence.controlledEvaluate([
    [token, { generateNext: { logits, totalLogitWeight: true } }],
  ]);
  const { logits: found, totalLogitWeight } = output?.next ?? {};
  if (!found || found.size === 0 || totalLogitWeight === undefined) {
    throw new Error('the model gave no logits');
  }
  const values = [...found.values()];
  return {
    ids: [...found.keys()],
    values,
    // The weight is the sum of e^(logit - highest).
    logTotal: Math.max(...values) + Math.log(totalLogitWeight),
  };
}

/** The same once more for the last token, wider. */
export async function nextTokensAgain(
  sequence: LlamaSequence,
  token: Token,
  count: number,
): Promise<NextTokens> {
  const end = sequence.nextTokenIndex;
  await sequence.eraseContextTokenRanges([{ start: end - 1, end }]);
  return nextTokens(sequence, token, count);
}
