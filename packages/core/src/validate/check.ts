import { isRecord } from '../primitives/is-record.ts';
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
  visit(value, schema, '');
  return issues;

  function visit(given: unknown, asked: Schema, path: string): void {
    if (issues.length >= MOST_ISSUES) return;
    const at = resolve(asked, definitions);
    const branches = at.oneOf ?? at.anyOf;
    if (branches) visitUnion(given, branches, path);
    else if (!fits(given, at)) report(path, describeSchema(at), given);
    else if (Array.isArray(given)) visitItems(given, at, path);
    else if (isRecord(given)) visitProperties(given, at, path);
  }

  function visitUnion(given: unknown, branches: readonly Schema[], path: string): void {
    if (branches.some((branch) => check(given, branch, definitions).length === 0)) return;
    const meant = closestBranch(
      given,
      branches.map((branch) => resolve(branch, definitions)),
    );
    if (meant) visit(given, meant, path);
    else
      report(
        path,
        branches.map((branch) => describeSchema(resolve(branch, definitions))).join(' or '),
        given,
      );
  }

  function visitItems(given: readonly unknown[], at: Schema, path: string): void {
    if (!at.items) return;
    for (const [index, item] of given.entries()) visit(item, at.items, `${path}[${index}]`);
  }

  function visitProperties(given: Record<string, unknown>, at: Schema, path: string): void {
    const properties = at.properties ?? {};
    for (const name of at.required ?? []) {
      if (given[name] === undefined) {
        const asked = properties[name];
        report(
          join(path, name),
          asked ? describeSchema(resolve(asked, definitions)) : 'a value',
          undefined,
        );
      }
    }
    for (const [name, inner] of Object.entries(given)) {
      if (inner === undefined) continue;
      const asked = Object.hasOwn(properties, name) ? properties[name] : at.additionalProperties;
      if (asked === false) report(join(path, name), 'no such property', inner);
      else if (typeof asked === 'object') visit(inner, asked, join(path, name));
    }
  }

  function report(path: string, expected: string, given: unknown): void {
    if (issues.length < MOST_ISSUES)
      issues.push({ path, expected, received: describeValue(given) });
  }
}

function resolve(schema: Schema, definitions: Definitions): Schema {
  const name = schema.$ref?.split('/').at(-1);
  const target = name === undefined ? undefined : definitions[name];
  return target ? resolve(target, definitions) : schema;
}

/** Whether the value itself fits, without what is inside it. */
function fits(value: unknown, at: Schema): boolean {
  if (at.type !== undefined && ![at.type].flat().some((type) => isOfType(value, type)))
    return false;
  if (at.enum && !at.enum.includes(value)) return false;
  if (at.const !== undefined && at.const !== value) return false;
  if (typeof value === 'number') return within(value, at.minimum, at.maximum);
  if (Array.isArray(value)) return within(value.length, at.minItems, at.maxItems);
  if (typeof value !== 'string') return true;
  // JSON Schema counts characters, not UTF-16 units.
  const { minLength, maxLength, pattern } = at;
  if (
    (minLength ?? maxLength) !== undefined &&
    !within(Array.from(value).length, minLength, maxLength)
  ) {
    return false;
  }
  return pattern === undefined || new RegExp(pattern, 'u').test(value);
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

/**
 * The branch that the caller must have meant: the one whose `role` or `type` says so, else the only
 * one for this type of value. Its issues help more than "matches none of five".
 */
function closestBranch(value: unknown, branches: readonly Schema[]): Schema | undefined {
  const tagged = branches.filter((branch) => isRecord(value) && hasSameTag(value, branch));
  if (tagged.length === 1) return tagged[0];
  const ofType = branches.filter((branch) => {
    const types = [branch.type ?? []].flat();
    return types.some((type) => isOfType(value, type));
  });
  return ofType.length === 1 ? ofType[0] : undefined;
}

function hasSameTag(value: Record<string, unknown>, branch: Schema): boolean {
  return ['role', 'type'].some((tag) => {
    const asked = branch.properties?.[tag];
    return asked !== undefined && (asked.const ?? asked.enum?.[0]) === value[tag];
  });
}

function join(path: string, name: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}
