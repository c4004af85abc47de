import type { Random } from '../../../sampling/random.ts';
import type { CountReferences } from './finishes.ts';
import type { Schema, SchemaObject } from './schema.ts';
import type { SchemaDocument } from './schema-document.ts';
import { dependentSchema } from './schema-of-property.ts';

/** How the ways of a schema are chosen among. */
export interface Choosing {
  readonly document: SchemaDocument;
  readonly countReferences: CountReferences;
  /** Draws a number below `count`; the lower the likelier. */
  readonly pick: (count: number) => number;
  /** How deep a value may be before its end is sought. */
  readonly deep: number;
}

/** What a value must keep to, with nothing left to choose or to look up; `undefined` for what no value keeps to. */
export type Demands = readonly SchemaObject[] | undefined;

/**
 * Gathers what a schema and all it joins ask of one value. Of `anyOf` and `oneOf` one way is chosen, of `if` one
 * side; whether the value that comes of it keeps to the rest is for whoever made it to check.
 */
export function gatherDemands(schema: Schema, depth: number, choosing: Choosing): Demands {
  const { document, countReferences, pick, deep } = choosing;
  const demands: SchemaObject[] = [];
  return gather(schema) ? demands : undefined;

  function gather(part: Schema): boolean {
    if (typeof part === 'boolean') return part;
    document.effort.spend();
    if (demands.includes(part)) return true;
    demands.push(part);
    return parts(part).every(gather);
  }

  function parts(part: SchemaObject): Schema[] {
    return [
      ...(part.$ref === undefined ? [] : [document.resolve(part.$ref) ?? false]),
      ...(part.allOf ?? []),
      ...[part.anyOf, part.oneOf].flatMap((ways) => (ways ? [oneOf(ways)] : [])),
      ...(part.if === undefined ? [] : side(part, part.if)),
      ...(part.required ?? []).map((name) => dependentSchema(part, name) ?? true),
    ];
  }

  function oneOf(ways: readonly Schema[]): Schema {
    const possible = ways.filter((way) => way !== false);
    if (depth > deep)
      return [...possible].sort((a, b) => countReferences(a) - countReferences(b))[0] ?? false;
    const ordered = [...possible.filter((way) => !isNull(way)), ...possible.filter(isNull)];
    return ordered[pick(ordered.length)] ?? false;
  }

  function side(part: SchemaObject, condition: Schema): Schema[] {
    if (condition === false || (condition !== true && pick(2) === 1)) return [part.else ?? true];
    return [condition, part.then ?? true];
  }
}

function isNull(schema: Schema): boolean {
  return typeof schema === 'object' && schema.type === 'null';
}

/** Draws numbers below `count`, low ones more often than high ones: what a schema names first is what it means. */
export function createPick(random: Random): (count: number) => number {
  return (count) => Math.floor(random() ** 2 * count);
}
