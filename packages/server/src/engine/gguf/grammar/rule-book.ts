import type { Rules, Sequence } from './grammar.ts';
import { jsonRules } from './json-rules.ts';

/** Rules under construction. */
export interface RuleBook {
  readonly rules: Rules;
  set(name: string, sequences: readonly Sequence[]): void;
  /** Adds the rule of a schema, unless it is there, and gives its name. */
  schema(schema: unknown, path: string): string;
}

/** Turns one schema into the sequences of its rule, with further rules where it needs them. */
export type Compile = (schema: unknown, path: string, book: RuleBook) => readonly Sequence[];

/** Begins with the rules of JSON itself. */
export function createRuleBook(compile: Compile): RuleBook {
  const rules = new Map<string, readonly Sequence[]>(jsonRules);
  const names = new Map<unknown, string>();
  const book: RuleBook = {
    rules,
    set: (name, sequences) => void rules.set(name, sequences),
    schema(schema, path) {
      if (schema === true || schema === undefined) return 'value';
      const known = names.get(schema);
      if (known !== undefined) return known;
      // Named before it is made: a schema may contain itself.
      const name = `schema ${path}`;
      names.set(schema, name);
      rules.set(name, compile(schema, path, book));
      return name;
    },
  };
  return book;
}
