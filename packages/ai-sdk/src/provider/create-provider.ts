import { NoSuchModelError } from '@ai-sdk/provider';
import { createHermes, hostProfiles } from '@hermes4/core';
import { createModel, type PlainModel } from '../model/create-model.ts';
import { clientOptions, type HermesProviderOptions } from './options.ts';
import type { ProviderOf } from './provider.ts';

/**
 * Makes a provider whose models are said in one version of the specification.
 *
 * @param options What the caller has set.
 * @param asModel Says a model in that version.
 * @throws HermesError `invalid_options` when an option cannot be used.
 */
export function providerOf<Model>(
  options: HermesProviderOptions,
  asModel: (model: PlainModel) => Model,
): ProviderOf<Model> {
  // What is wrong with the options is said here, and not by the first call.
  createHermes(clientOptions(options, {}));
  const make: ProviderOf<Model>['chat'] = (modelId, settings = {}) => {
    const client = clientOptions(options, settings);
    createHermes(client);
    const host = client.host ?? 'aimlapi';
    const profile = typeof host === 'string' ? hostProfiles[host] : host;
    const reasoning = settings.reasoning ?? options.reasoning;
    return asModel(createModel(modelId ?? profile.model, client, reasoning));
  };
  return Object.assign(make, {
    languageModel: make,
    chat: make,
    embeddingModel: none('embeddingModel'),
    textEmbeddingModel: none('embeddingModel'),
    imageModel: none('imageModel'),
  });
}

function none(modelType: 'embeddingModel' | 'imageModel'): (modelId: string) => never {
  return (modelId) => {
    throw new NoSuchModelError({ modelId, modelType });
  };
}
