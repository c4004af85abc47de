import type { Field, Form } from './field.ts';
import { merged } from './merge-all-of.ts';
import { nameOf, type Resolver, type Schema } from './open-api.ts';
import { titleOf, typeLabel } from './type-label.ts';

/** What is inside of a value. */
export interface Inside {
  readonly fields: readonly Field[];
  readonly forms: readonly Form[];
}

const NOTHING: Inside = { fields: [], forms: [] };

/**
 * Reads what a schema's values are made of, down to the last member. A schema that contains itself is shown once on each
 * way down.
 *
 * @param prefix What the ids below begin with.
 */
export function readInside(
  schema: unknown,
  prefix: string,
  resolve: Resolver,
  above: readonly string[] = [],
): Inside {
  const name = nameOf(schema);
  if (name !== undefined && above.includes(name)) return NOTHING;
  const seen = name === undefined ? above : [...above, name];
  const whole = merged(schema, resolve);
  if (whole['items'] !== undefined) return readInside(whole['items'], prefix, resolve, seen);
  const branches = whole['oneOf'] ?? whole['anyOf'];
  if (Array.isArray(branches)) return readForms(branches, prefix, resolve, seen);
  const { properties, required } = whole;
  const entries = Object.entries((properties ?? {}) as Readonly<Record<string, Schema>>);
  const needed = Array.isArray(required) ? required : [];
  const fields = entries.map(([member, inner]) =>
    readField(
      member,
      inner,
      { id: idOf(prefix, member), isRequired: needed.includes(member), above: seen },
      resolve,
    ),
  );
  return { fields, forms: [] };
}

/** Where a member is. */
export interface Place {
  readonly id: string;
  readonly isRequired: boolean;
  /** The names of the schemas around it. @defaultValue none */
  readonly above?: readonly string[];
}

/** One member, with all that is inside of it. */
export function readField(
  name: string,
  schema: unknown,
  { id, isRequired, above = [] }: Place,
  resolve: Resolver,
): Field {
  const whole = merged(schema, resolve);
  return {
    name,
    id,
    type: typeLabel(schema, resolve),
    isRequired,
    facts: factsOf(whole),
    description: descriptionOf(whole),
    ...readInside(schema, id, resolve, above),
  };
}

/**
 * Forms that hold nothing to look into are told by the type alone. An id names the forms on its way only where there are
 * several, so that a further form of something else does not move it.
 */
function readForms(
  branches: readonly unknown[],
  prefix: string,
  resolve: Resolver,
  seen: readonly string[],
): Inside {
  const holding = branches.filter((branch) => {
    const { fields, forms } = readInside(branch, prefix, resolve, seen);
    return fields.length + forms.length > 0;
  });
  const [only] = holding;
  if (holding.length === 1) return readInside(only, prefix, resolve, seen);
  const forms = holding.flatMap((branch): Form[] => {
    const whole = merged(branch, resolve);
    const name = nameOf(branch);
    const title = whole['title'] ?? (name === undefined ? undefined : titleOf(name));
    // A list of forms has no name of its own: the forms' names say enough.
    if (typeof title !== 'string') return [...readInside(branch, prefix, resolve, seen).forms];
    const id = idOf(prefix, slugOf(title));
    const inside = readInside(branch, id, resolve, seen);
    const description = descriptionOf(whole);
    if (inside.forms.length > 0) return [...inside.forms];
    return [{ title, id, description, fields: inside.fields }];
  });
  return { fields: [], forms };
}

function descriptionOf({ description }: Schema): string {
  return typeof description === 'string' ? description.trim() : '';
}

function factsOf(schema: Schema): string[] {
  const told = (keyword: string, words: (value: string) => string): string[] =>
    schema[keyword] === undefined ? [] : [words(JSON.stringify(schema[keyword]))];
  const values = Array.isArray(schema['enum']) && schema['enum'].length > 6 ? schema['enum'] : [];
  return [
    ...(values.length > 0
      ? [`one of ${values.map((value) => JSON.stringify(value)).join(', ')}`]
      : []),
    ...told('minimum', (value) => `at least ${value}`),
    ...told('maximum', (value) => `at most ${value}`),
    ...told('exclusiveMinimum', (value) => `more than ${value}`),
    ...told('minLength', (value) => `at least ${counted(value)}`),
    ...told('maxLength', (value) => `at most ${counted(value)}`),
    ...told('minItems', (value) => `at least ${value} items`),
    ...told('maxItems', (value) => `at most ${value} items`),
    ...told('pattern', (value) => `matches ${value}`),
    ...told('format', (value) => `format ${value}`),
    ...told('default', (value) => `default ${value}`),
    ...(schema['deprecated'] === true ? ['deprecated'] : []),
  ];
}

function counted(characters: string): string {
  return `${characters} ${characters === '1' ? 'character' : 'characters'}`;
}

function idOf(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

function slugOf(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
