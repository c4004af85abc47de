import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { HostProfile, JsonSchemaFormat, ResponseFormat } from '@hermes4/core';
import type { CallWarning } from '../answer/parts.ts';
import { withoutDialect } from './without-dialect.ts';

/** What is asked of the answer's form. */
export type Form =
  | { readonly kind: 'text' }
  | { readonly kind: 'json'; readonly format: ResponseFormat | undefined }
  | { readonly kind: 'schema'; readonly format: JsonSchemaFormat };

/** The form of the answer; a schema is left to the client, which knows how its host is asked for one. */
export function formOf(
  asked: LanguageModelV4CallOptions['responseFormat'],
  host: HostProfile,
  warn: (warning: CallWarning) => void,
): Form {
  if (asked?.type !== 'json') return { kind: 'text' };
  const { schema, name = 'answer', description } = asked;
  if (schema) {
    const details = { name, ...(description !== undefined && { description }) };
    const json_schema = { ...details, schema: withoutDialect(schema) };
    return { kind: 'schema', format: { type: 'json_schema', json_schema } };
  }
  if (host.schemas !== 'prompt') return { kind: 'json', format: { type: 'json_object' } };
  const details = `${host.name} has no JSON mode: ask for JSON in the prompt, or give a schema.`;
  warn({ type: 'unsupported', feature: 'responseFormat', details });
  return { kind: 'json', format: undefined };
}
