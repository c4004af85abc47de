import { factsOf } from './facts-of.ts';
import type { Again, Field, Form } from './field.ts';
import { merged } from './merge-all-of.ts';
import { nameOf, type Resolver, type Schema } from './open-api.ts';
import { titleOf, typeLabel } from './type-label.ts';

/** What is inside of a value. */
export interface Inside {
  readonly fields: readonly Field[];
  readonly forms: readonly Form[];
  /** Where it is told already, if a value can contain another of its own kind. */
  readonly again: Again | undefined;
}

/** A named schema on the way down to another. */
interface Above {
  readonly name: string;
  readonly id: string;
}

/**
 * Reads what a schema's values are made of, down to the last member. A schema that contains itself is shown once on each
 * way down; where it comes again, it is said where that was.
 *
 * @param prefix What the ids below begin with.
 */
export function readInside(
  schema: unknown,
  prefix: string,
  resolve: Resolver,
  above: readonly Above[] = [],
): Inside {
  const name = nameOf(schema);
  const before = above.find((one) => one.name === name);
  if (before) {
    return { fields: [], forms: [], again: { title: titleOf(before.name), id: before.id } };
  }
  const seen = name === undefined ? above : [...above, { name, id: prefix }];
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
  return { fields, forms: [], again: undefined };
}

/** Where a member is. */
export interface Place {
  readonly id: string;
  readonly isRequired: boolean;
  /** The named schemas around it. @defaultValue none */
  readonly above?: readonly Above[];
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
    facts: factsOf(whole, resolve),
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
  seen: readonly Above[],
): Inside {
  const holding = branches.filter((branch) => {
    const { fields, forms, again } = readInside(branch, prefix, resolve, seen);
    return fields.length + forms.length > 0 || again !== undefined;
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
    return [{ title, id, description, fields: inside.fields, again: inside.again }];
  });
  return { fields: [], forms, again: undefined };
}

function descriptionOf({ description }: Schema): string {
  return typeof description === 'string' ? description.trim() : '';
}

function idOf(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

function slugOf(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
