import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { type HermesOptions, hostProfiles } from '@hermes4/core';
import type { Generated, Streamed } from '../answer/parts.ts';
import type { ModelFacts } from '../request/call-params.ts';
import { generate } from './generate.ts';
import { stream } from './stream.ts';

/** A model before it is said in one version of the specification: it takes what the newest says. */
export interface PlainModel {
  readonly provider: string;
  readonly modelId: string;
  readonly supportedUrls: Record<string, RegExp[]>;
  doGenerate(options: LanguageModelV4CallOptions): Promise<Generated>;
  doStream(options: LanguageModelV4CallOptions): Promise<Streamed>;
}

/** Makes a model. It opens nothing, and keeps nothing between calls. */
export function createModel(
  modelId: string,
  client: HermesOptions,
  reasoning: ModelFacts['reasoning'],
): PlainModel {
  const given = client.host ?? 'aimlapi';
  const host = typeof given === 'string' ? hostProfiles[given] : given;
  const facts = { modelId, host, reasoning };
  return {
    provider: 'hermes4',
    modelId,
    // The SDK downloads what has an address: no host of this model does.
    supportedUrls: {},
    doGenerate: (options) => generate(options, facts, client),
    doStream: (options) => stream(options, facts, client),
  };
}
