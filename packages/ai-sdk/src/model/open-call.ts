import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import {
  type ChatCompletion,
  createHermes,
  type Hermes,
  type HermesOptions,
  isHermesError,
} from '@hermes4/core';
import type { CallWarning } from '../answer/parts.ts';
import { asWarning } from '../answer/warnings.ts';
import { type ClientCall, clientCall, type ModelFacts } from '../request/call-params.ts';
import { createTap, type Tap } from './tap.ts';

/** One call, before it is made. */
export interface OpenCall extends ClientCall {
  readonly completions: Hermes['chat']['completions'];
  readonly tap: Tap;
  /** What the developer is told; it grows until the request is on its way. */
  readonly warnings: CallWarning[];
}

/** Prepares a call: a client of its own, which costs next to nothing, tells it apart from the others. */
export function openCall(
  options: LanguageModelV4CallOptions,
  facts: ModelFacts,
  client: HermesOptions,
): OpenCall {
  const warnings: CallWarning[] = [];
  const fetch = client.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const tap = createTap(fetch, options.includeRawChunks === true);
  const hermes = createHermes({
    ...client,
    fetch: tap.fetch,
    onWarning: (warning) => {
      warnings.push(asWarning(warning));
      client.onWarning?.(warning);
    },
  });
  const call = clientCall(options, facts, (warning) => warnings.push(warning));
  return { ...call, completions: hermes.chat.completions, tap, warnings };
}

/**
 * The answer inside an error that the SDK does not take for one: it reads the schema itself, and an answer
 * that was cut off within its thoughts is one that ends with `length`.
 */
export function answerIn(error: unknown): ChatCompletion {
  if (isHermesError(error) && error.partial) {
    const { code, partial } = error;
    if (code === 'invalid_output' || code === 'thinking_exhausted') return partial;
  }
  throw error;
}
