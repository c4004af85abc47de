import { HermesError } from '@hermes4/core';
import { createRandom, hash } from '../../sampling/random.ts';
import { readSampling } from '../../sampling/settings.ts';
import type { TokenEngine } from '../engine.ts';
import { chatTemplateOf } from './chat-template.ts';
import type { GgufEngineOptions, GgufRuntime } from './gguf-options.ts';
import { answerRules } from './grammar/answer-rules.ts';
import { startOf } from './grammar/matcher.ts';
import { openModel } from './open-model.ts';
import { createSequencePool } from './sequence-pool.ts';
import { readVocabulary } from './vocabulary.ts';
import { writeAnswer } from './write-answer.ts';

/** An engine that runs a model file. */
export interface GgufEngine extends TokenEngine {
  /** The most tokens that prompt and answer may have together. */
  readonly contextTokens: number;
  /** Frees the memory; answers on their way fail. */
  close(): Promise<void>;
}

/**
 * Loads a GGUF file, such as Hermes 4 14B, and makes an engine of it, through node-llama-cpp.
 *
 * - Tokens are drawn by the server's own sampler from the model's raw logits: `temperature`, `top_p`, `top_k`, `min_p`, the penalties,
 *   `logit_bias`, `seed` and `logprobs` mean what they mean with the simulator. Without `seed`, answers differ.
 * - The file's own chat template writes the prompt, its own tokenizer counts.
 * - `response_format` and a `tool_choice` that asks for calls hold every token to a grammar. A keyword of JSON Schema that the grammar
 *   cannot keep is a 400 that names it. Characters that are several tokens each, as rare emoji are, cannot come there.
 * - A conversation that does not fit is a 400. Calls wait for a free place, in order. What an earlier call has in common with a
 *   prompt is not read again.
 *
 * @throws HermesError `invalid_options` when the runtime is not installed or the file cannot be run; the signal's reason when it is
 *   aborted.
 * @example
 * ```ts
 * import { createLocalServer } from '@hermes4/server';
 * import { createGgufEngine } from '@hermes4/server/gguf';
 *
 * const engine = await createGgufEngine({ modelPath: 'Hermes-4-14B-Q4_K_M.gguf' });
 * const server = createLocalServer({ engine });
 * ```
 */
export async function createGgufEngine(options: GgufEngineOptions): Promise<GgufEngine> {
  const runtime = options.runtime ?? (await importRuntime());
  const { model, sequences, contextTokens, close } = await openModel(runtime, options);
  const vocabulary = readVocabulary(model);
  const template = chatTemplateOf(model, runtime.jinja);
  const pool = createSequencePool(sequences, options.maxWaiting ?? 64);
  const { candidates = 512, seed: anySeed = () => Math.random() } = options;

  return {
    name: 'gguf',
    fingerprint: `hermes4-gguf-${hash(`${model.filename ?? ''} ${model.size}`)
      .toString(16)
      .padStart(8, '0')}`,
    tokenCounts: 'exact',
    contextTokens,
    countTokens: (text) => vocabulary.tokensOf(text).length,
    ...(template && {
      renderPrompt: (request, thinking) =>
        template(request, { thinking, disarm: vocabulary.disarm }),
    }),
    generate({ request, prompt, thinking, signal }) {
      const isOpened = /<think>\s*$/.test(prompt);
      const rules = answerRules(request, thinking && (isOpened ? 'opened' : 'own'));
      return writeAnswer({
        pool,
        vocabulary,
        prompt: vocabulary.tokensOf(prompt),
        settings: readSampling(request),
        random: createRandom(hash(`seed ${request.seed ?? anySeed()}`)),
        candidates,
        grammar: rules && startOf(rules),
        signal,
      });
    },
    close,
  };
}

async function importRuntime(): Promise<GgufRuntime> {
  try {
    const [llama, jinja] = await Promise.all([
      import('node-llama-cpp'),
      import('@huggingface/jinja'),
    ]);
    return { llama, jinja };
  } catch (error) {
    throw new HermesError(
      'The engine for model files is not installed: run npm install node-llama-cpp@3 @huggingface/jinja, or hermes4 engine install.',
      { code: 'invalid_options', path: 'runtime', cause: error },
    );
  }
}
