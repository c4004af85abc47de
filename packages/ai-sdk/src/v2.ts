/**
 * The provider for the AI SDK 5.
 *
 * @module
 */
import type { LanguageModelV2CallOptions } from '@ai-sdk/provider';
import { providerOf } from './provider/create-provider.ts';
import type { HermesProviderOptions } from './provider/options.ts';
import type { ModelOf, ProviderOf } from './provider/provider.ts';
import { asV2, type GeneratedV2, type StreamedV2, streamAsV2 } from './spec/as-v2.ts';
import { fromV2 } from './spec/from-v2.ts';

export type { HermesMetadata } from './answer/metadata.ts';
export type {
  HermesCallOptions,
  HermesModelSettings,
  HermesProviderOptions,
} from './provider/options.ts';

/** A model for the AI SDK 5, which speaks version 2 of its provider specification. */
export type HermesLanguageModel = ModelOf<
  'v2',
  LanguageModelV2CallOptions,
  GeneratedV2,
  StreamedV2
>;

/** Makes models for the AI SDK 5. */
export type HermesProvider = ProviderOf<HermesLanguageModel>;

/**
 * Makes a provider of Hermes 4 for the AI SDK 5.
 *
 * @param options How its models' client is set up. It reads no environment: pass the key.
 * @throws HermesError `invalid_options` when an option cannot be used.
 * @example
 * ```ts
 * import { createHermesProvider } from '@hermes4/ai-sdk/v2';
 *
 * const hermes = createHermesProvider({ apiKey: 'your key' });
 * const model = hermes('nousresearch/hermes-4-405b');
 * console.log(model.specificationVersion);
 * ```
 */
export function createHermesProvider(options: HermesProviderOptions = {}): HermesProvider {
  return providerOf(
    options,
    (model): HermesLanguageModel => ({
      ...model,
      specificationVersion: 'v2',
      doGenerate: async (call) => asV2(await model.doGenerate(fromV2(call))),
      doStream: async (call) => streamAsV2(await model.doStream(fromV2(call))),
    }),
  );
}
