import type { ChatModel } from '@hermes4/core';
import type { HermesModelSettings } from './options.ts';

/** A model in one version of the SDK's provider specification. Its methods are for the SDK to call. */
export interface ModelOf<Version extends string, CallOptions, Generated, Streamed> {
  /** Which version it speaks. */
  readonly specificationVersion: Version;
  /** Always `hermes4`. */
  readonly provider: string;
  /** What the host calls the model. */
  readonly modelId: string;
  /** Addresses that the SDK need not download: none. */
  readonly supportedUrls: Record<string, RegExp[]>;
  /**
   * Asks for a whole answer.
   *
   * @param options The call, as the SDK says it.
   * @throws APICallError when the host fails or refuses; the signal's reason after an abort.
   */
  doGenerate(options: CallOptions): Promise<Generated>;
  /**
   * Asks for a streamed answer, and resolves when it has begun.
   *
   * @param options The call, as the SDK says it.
   * @throws APICallError when it fails before its first content; later failures are parts of the stream.
   */
  doStream(options: CallOptions): Promise<Streamed>;
}

/** Makes models of one version of the SDK's provider specification. */
export interface ProviderOf<Model> {
  /**
   * Makes a model.
   *
   * @param modelId What the host calls the model. @defaultValue the host's name for Hermes 4 405B
   * @param settings What is set for this model.
   * @throws HermesError `invalid_options` when a setting cannot be used.
   */
  (modelId?: ChatModel, settings?: HermesModelSettings): Model;
  /** The same as calling the provider. */
  languageModel(modelId?: ChatModel, settings?: HermesModelSettings): Model;
  /** The same as calling the provider: chat is all that Hermes does. */
  chat(modelId?: ChatModel, settings?: HermesModelSettings): Model;
  /** @throws NoSuchModelError always. */
  embeddingModel(modelId: string): never;
  /** @throws NoSuchModelError always. */
  textEmbeddingModel(modelId: string): never;
  /** @throws NoSuchModelError always. */
  imageModel(modelId: string): never;
}
