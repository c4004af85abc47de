import type { JSONSchema7 } from '@ai-sdk/provider';

/** The model has no use for `$schema`, and some hosts refuse it. */
export function withoutDialect({ $schema: _, ...schema }: JSONSchema7): Record<string, unknown> {
  return schema;
}
