import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { Generated, Streamed } from './answer/parts.ts';
import { providerOf } from './provider/create-provider.ts';
import type { HermesProviderOptions } from './provider/options.ts';
import type { ModelOf, ProviderOf } from './provider/provider.ts';

export type { HermesMetadata } from './answer/metadata.ts';
export type {
  HermesCallOptions,
  HermesModelSettings,
  HermesProviderOptions,
} from './provider/options.ts';

/** A model for the AI SDK 7, which speaks version 4 of its provider specification. */
export type HermesLanguageModel = ModelOf<'v4', LanguageModelV4CallOptions, Generated, Streamed>;

/** Makes models for the AI SDK 7. */
export interface HermesProvider extends ProviderOf<HermesLanguageModel> {
  /** Which version of the specification it speaks. */
  readonly specificationVersion: 'v4';
}

/**
 * Makes a provider of Hermes 4 for the AI SDK 7. For `ai@6` import it from `@hermes4/ai-sdk/v3`, for `ai@5` from
 * `@hermes4/ai-sdk/v2`.
 *
 * @param options How its models' client is set up. It reads no environment: pass the key.
 * @throws HermesError `invalid_options` when an option cannot be used.
 * @example
 * ```ts
 * import { createHermesProvider } from '@hermes4/ai-sdk';
 * import { generateText } from 'ai';
 *
 * const hermes = createHermesProvider({ apiKey: 'your key' });
 * const { text } = await generateText({
 *   model: hermes('nousresearch/hermes-4-405b', { reasoning: true }),
 *   prompt: 'Why is the sky blue?',
 * });
 * console.log(text);
 * ```
 */
export function createHermesProvider(options: HermesProviderOptions = {}): HermesProvider {
  const provider = providerOf(
    options,
    (model): HermesLanguageModel => ({ ...model, specificationVersion: 'v4' }),
  );
  return Object.assign(provider, { specificationVersion: 'v4' as const });
}
