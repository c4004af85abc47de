/**
 * The provider for the AI SDK 6.
 *
 * @module
 */
import type { LanguageModelV3CallOptions } from '@ai-sdk/provider';
import type { Generated, Streamed } from './answer/parts.ts';
import { providerOf } from './provider/create-provider.ts';
import type { HermesProviderOptions } from './provider/options.ts';
import type { ModelOf, ProviderOf } from './provider/provider.ts';
import { fromV3 } from './spec/from-v3.ts';

export type { HermesMetadata } from './answer/metadata.ts';
export type {
  HermesCallOptions,
  HermesModelSettings,
  HermesProviderOptions,
} from './provider/options.ts';

/** A model for the AI SDK 6, which speaks version 3 of its provider specification. */
export type HermesLanguageModel = ModelOf<'v3', LanguageModelV3CallOptions, Generated, Streamed>;

/** Makes models for the AI SDK 6. */
export interface HermesProvider extends ProviderOf<HermesLanguageModel> {
  /** Which version of the specification it speaks. */
  readonly specificationVersion: 'v3';
}

/**
 * Makes a provider of Hermes 4 for the AI SDK 6.
 *
 * @param options How its models' client is set up. It reads no environment: pass the key.
 * @throws HermesError `invalid_options` when an option cannot be used.
 * @example
 * ```ts
 * import { createHermesProvider } from '@hermes4/ai-sdk/v3';
 *
 * const hermes = createHermesProvider({ apiKey: 'your key' });
 * const model = hermes('nousresearch/hermes-4-405b');
 * console.log(model.specificationVersion);
 * ```
 */
export function createHermesProvider(options: HermesProviderOptions = {}): HermesProvider {
  const provider = providerOf(
    options,
    (model): HermesLanguageModel => ({
      ...model,
      specificationVersion: 'v3',
      doGenerate: (call) => model.doGenerate(fromV3(call)),
      doStream: (call) => model.doStream(fromV3(call)),
    }),
  );
  return Object.assign(provider, { specificationVersion: 'v3' as const });
}
