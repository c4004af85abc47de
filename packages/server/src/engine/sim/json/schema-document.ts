import type { Effort } from './effort.ts';
import { isList, isObject, type Json } from './json.ts';
import { matchesPattern } from './pattern/match-pattern.ts';
import { parsePattern } from './pattern/parse-pattern.ts';
import type { Pattern } from './pattern/pattern.ts';
import type { Schema } from './schema.ts';

/** A schema with all that it refers to. */
export interface SchemaDocument {
  readonly root: Schema;
  /** What a `$ref` stands for; `undefined` when it is nothing in this document. */
  resolve(reference: string): Schema | undefined;
  /** @throws PatternError for what is no pattern or uses more of them than is supported. */
  pattern(source: string): Pattern;
  matches(source: string, text: string): boolean;
  readonly effort: Effort;
}

/** Opens a schema; everything that is done with it draws on one effort. */
export function openSchema(root: Schema, effort: Effort): SchemaDocument {
  const patterns = new Map<string, Pattern>();
  return { root, effort, pattern, resolve, matches };

  function matches(source: string, text: string): boolean {
    return matchesPattern(pattern(source), text, effort);
  }

  function pattern(source: string): Pattern {
    let parsed = patterns.get(source);
    if (!parsed) patterns.set(source, (parsed = parsePattern(source)));
    return parsed;
  }

  function resolve(reference: string): Schema | undefined {
    const [base, pointer = ''] = reference.split('#', 2) as [string, string?];
    if (base !== '' && base !== (root as { $id?: string }).$id) return undefined;
    let at: Json | undefined = root as Json;
    for (const step of steps(pointer)) at = stepInto(at, step);
    return typeof at === 'boolean' || isObject(at) ? at : undefined;
  }
}

function stepInto(at: Json | undefined, step: string): Json | undefined {
  if (isList(at)) return /^\d+$/.test(step) ? at[Number(step)] : undefined;
  return isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
}

/** A name without a slash is an anchor, which this document does not know. */
function steps(pointer: string): string[] {
  if (pointer === '') return [];
  const [first, ...rest] = pointer.split('/');
  if (first !== '') return [`#${pointer}`];
  return rest.map((step) => decode(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
