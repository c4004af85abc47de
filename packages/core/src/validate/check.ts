import { isRecord } from '../primitives/is-record.ts';
import { isSame } from '../primitives/is-same.ts';
import { describeSchema, describeValue } from './describe.ts';
import type { Definitions, Schema, SchemaType } from './schema.ts';

/** One place where a value breaks its schema. */
export interface Issue {
  /** Where, such as `messages[0].role`; empty for the value itself. */
  readonly path: string;
  /** What the schema asks for, in words. */
  readonly expected: string;
  /** What was there instead, in words, cut short. */
  readonly received: string;
}

/** A long list of faults helps nobody, and a body can have millions of them. */
const MOST_ISSUES = 10;

/**
 * Finds the places where a value breaks a schema, the first ten of them; an empty list means that it
 * keeps to the schema.
 */
export function check(value: unknown, schema: Schema, definitions: Definitions): Issue[] {
  const issues: Issue[] = [];
  visit(value, schema, undefined);
  return issues;

  function visit(given: unknown, asked: Schema, place: Place | undefined): void {
    if (issues.length >= MOST_ISSUES) return;
    const at = resolve(asked, definitions);
    if (at.oneOf) visitUnion(given, at.oneOf, place, 1);
    else if (at.anyOf) visitUnion(given, at.anyOf, place, Infinity);
    else if (!fits(given, at)) report(place, describeSchema(at), given);
    else if (Array.isArray(given)) visitItems(given, at, place);
    else if (isRecord(given)) visitProperties(given, at, place);
  }

  function visitUnion(
    given: unknown,
    branches: readonly Schema[],
    place: Place | undefined,
    most: number,
  ): void {
    const resolved = branches.map((branch) => resolve(branch, definitions));
    const possible = resolved.filter((branch) => isPossible(given, branch));
    // Its issues help more than "matches none of five", and nothing is looked at twice.
    if (possible.length === 1) {
      visit(given, possible[0] as Schema, place);
      return;
    }
    const fitting = possible.filter((branch) => check(given, branch, definitions).length === 0);
    if (fitting.length >= 1 && fitting.length <= most) return;
    const expected = resolved.map(describeSchema).join(' or ');
    report(place, fitting.length > most ? `only one of ${expected}` : expected, given);
  }

  function visitItems(given: readonly unknown[], at: Schema, parent: Place | undefined): void {
    if (!at.items) return;
    for (const [key, item] of given.entries()) visit(item, at.items, { parent, key });
  }

  function visitProperties(
    given: Record<string, unknown>,
    at: Schema,
    parent: Place | undefined,
  ): void {
    const properties = at.properties ?? {};
    for (const key of at.required ?? []) {
      if (given[key] !== undefined) continue;
      const asked = properties[key];
      const expected = asked ? describeSchema(resolve(asked, definitions)) : 'a value';
      report({ parent, key }, expected, undefined);
    }
    for (const key of Object.keys(given)) {
      const inner = given[key];
      if (inner === undefined) continue;
      const asked = Object.hasOwn(properties, key) ? properties[key] : at.additionalProperties;
      if (asked === false) report({ parent, key }, 'no such property', inner);
      else if (typeof asked === 'object') visit(inner, asked, { parent, key });
    }
  }

  function report(place: Place | undefined, expected: string, given: unknown): void {
    if (issues.length >= MOST_ISSUES) return;
    issues.push({ path: pathOf(place), expected, received: describeValue(given) });
  }
}

/** A place in the value; spelled out only for an issue, because most values have none. */
interface Place {
  readonly parent: Place | undefined;
  readonly key: string | number;
}

function pathOf(place: Place | undefined): string {
  if (!place) return '';
  const { parent, key } = place;
  const path = pathOf(parent);
  if (typeof key === 'number') return `${path}[${key}]`;
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

function resolve(schema: Schema, definitions: Definitions): Schema {
  if (schema.$ref === undefined) return schema;
  const target = definitions[schema.$ref.split('/').at(-1) ?? ''];
  return target ? resolve(target, definitions) : schema;
}

/** Whether the value itself fits, without what is inside it. */
function fits(value: unknown, at: Schema): boolean {
  if (!hasType(value, at.type)) return false;
  if (at.enum && !at.enum.some((one) => isSame(one, value))) return false;
  if (at.const !== undefined && !isSame(at.const, value)) return false;
  if (typeof value === 'number') return within(value, at.minimum, at.maximum);
  if (Array.isArray(value)) return within(value.length, at.minItems, at.maxItems);
  if (typeof value !== 'string') return true;
  const { minLength, maxLength, pattern } = at;
  if (minLength !== undefined && !hasAtLeast(value, minLength)) return false;
  if (maxLength !== undefined && hasAtLeast(value, maxLength + 1)) return false;
  return pattern === undefined || new RegExp(pattern, 'u').test(value);
}

/** JSON Schema counts characters, and one takes up to two UTF-16 units: most lengths need no counting. */
function hasAtLeast(text: string, characters: number): boolean {
  if (text.length < characters) return false;
  return text.length >= 2 * characters || Array.from(text).length >= characters;
}

function within(value: number, least = -Infinity, most = Infinity): boolean {
  return value >= least && value <= most;
}

function isOfType(value: unknown, type: SchemaType): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRecord(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

/** Whether a branch can be the one that is meant: its type fits, and its `role` or `type`, if it has one. */
function isPossible(value: unknown, branch: Schema): boolean {
  if (!hasType(value, branch.type)) return false;
  if (!isRecord(value) || !branch.properties) return true;
  for (const tag of ['role', 'type']) {
    const asked = branch.properties[tag];
    const named = asked && (asked.const ?? (asked.enum?.length === 1 ? asked.enum[0] : undefined));
    if (named !== undefined && named !== value[tag]) return false;
  }
  return true;
}

function hasType(value: unknown, type: Schema['type']): boolean {
  if (type === undefined) return true;
  return typeof type === 'string'
    ? isOfType(value, type)
    : type.some((one) => isOfType(value, one));
}
