import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { HermesError, type RequestOptions } from '@hermes4/core';
import type { CallWarning } from '../answer/parts.ts';
import type { HermesCallOptions, HermesModelSettings } from '../provider/options.ts';

const TOOL_MODES: readonly unknown[] = ['auto', 'native', 'prompt'];

/**
 * Reads `providerOptions.hermes4`.
 *
 * @throws HermesError `invalid_options` when an option cannot be used.
 */
export function readCallOptions(providerOptions: LanguageModelV4CallOptions['providerOptions']): {
  readonly params: Omit<HermesCallOptions, keyof RequestOptions>;
  readonly request: RequestOptions;
} {
  const given: HermesCallOptions = providerOptions?.['hermes4'] ?? {};
  const { toolMode, timeout, clientRequestId, ...params } = given;
  const { reasoning } = params;
  if (toolMode !== undefined && !TOOL_MODES.includes(toolMode)) {
    throw invalid('toolMode', 'auto, native or prompt');
  }
  if (reasoning !== undefined && !['boolean', 'object'].includes(typeof reasoning)) {
    throw invalid('reasoning', 'true, false or { enabled, max_tokens, exclude, keep }');
  }
  return { params, request: { toolMode, timeout, clientRequestId } };
}

/**
 * Whether the model thinks: the SDK's `reasoning` wins over the model's setting, and
 * `providerOptions.hermes4` over both.
 */
export function reasoningOf(
  effort: LanguageModelV4CallOptions['reasoning'],
  setting: HermesModelSettings['reasoning'],
  warn: (warning: CallWarning) => void,
): HermesModelSettings['reasoning'] {
  if (effort === undefined || effort === 'provider-default') return setting;
  if (effort === 'none') return false;
  const details = `Hermes 4 thinks or does not, without degrees: ${effort} makes it think.`;
  warn({ type: 'compatibility', feature: 'reasoning', details });
  // Limits that the model's settings name stay.
  return typeof setting === 'object' ? { ...setting, enabled: true } : true;
}

function invalid(option: string, expected: string): HermesError {
  const path = `providerOptions.hermes4.${option}`;
  return new HermesError(`${path} cannot be used: expected ${expected}.`, {
    code: 'invalid_options',
    path,
  });
}
