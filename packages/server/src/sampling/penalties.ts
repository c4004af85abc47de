import type { TokenId } from './logits.ts';
import type { SamplingSettings } from './settings.ts';

type PenaltySettings = Pick<
  SamplingSettings,
  'repetition_penalty' | 'frequency_penalty' | 'presence_penalty'
>;

/** Makes tokens that came before less likely, or more, when a penalty is negative. */
export interface Penalties {
  /** The token's logit, with what its earlier appearances cost it. */
  apply(id: TokenId, logit: number): number;
  /** Remembers that a token was chosen. */
  count(id: TokenId): void;
}

/**
 * The penalties as vLLM defines them (`vllm/model_executor/layers/utils.py`, `apply_penalties`). Repetition
 * counts the prompt and the answer: a positive logit is divided, another multiplied. Frequency and
 * presence count the answer alone, as the OpenAI API has it: logit − frequency · times − presence.
 */
export function createPenalties(settings: PenaltySettings, prompt: Iterable<TokenId>): Penalties {
  const { repetition_penalty, frequency_penalty, presence_penalty } = settings;
  const inPrompt = new Set(prompt);
  const times = new Map<TokenId, number>();
  const isNeutral = repetition_penalty === 1 && frequency_penalty === 0 && presence_penalty === 0;

  return {
    apply(id, logit) {
      if (isNeutral) return logit;
      const count = times.get(id) ?? 0;
      const repeated = count > 0 || inPrompt.has(id) ? repeat(logit) : logit;
      return count > 0 ? repeated - frequency_penalty * count - presence_penalty : repeated;
    },
    count(id) {
      if (!isNeutral) times.set(id, (times.get(id) ?? 0) + 1);
    },
  };

  function repeat(logit: number): number {
    return logit > 0 ? logit / repetition_penalty : logit * repetition_penalty;
  }
}
