import type { Attributes, AttributeValue } from '@opentelemetry/api';

/** Attributes without those that nobody knows. */
export function known(
  given: Readonly<Record<string, AttributeValue | null | undefined>>,
): Attributes {
  return Object.fromEntries(
    Object.entries(given).filter(
      (entry): entry is [string, AttributeValue] => entry[1] !== null && entry[1] !== undefined,
    ),
  );
}
