import type { Json } from './json.ts';
import type { SchemaObject } from './schema.ts';

/** Where a value is asked for. */
export interface Asked {
  /** The name of the property that holds it; empty when it is in none. */
  readonly name: string;
  /** What the value must keep to, all of it. */
  readonly demands: readonly SchemaObject[];
  /** Whether there must be a value. */
  readonly isRequired: boolean;
}

/** What a conversation has for the places of one value. */
export interface Suggestions {
  /** Values for a place, the likeliest first; they need not keep to the schema. */
  valuesFor(asked: Asked): readonly Json[];
  /** A value was used: what can stand in one place only is suggested for no other. */
  take(value: Json): void;
}

/** Begins anew: nothing is taken yet. */
export type Suggest = () => Suggestions;

/** For values that come from the schema alone. */
export const noSuggestions: Suggest = () => ({ valuesFor: () => [], take: () => undefined });
