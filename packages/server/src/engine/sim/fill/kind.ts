import type { Json } from '../json/json.ts';
import type { SchemaObject } from '../json/schema.ts';
import type { Asked } from '../json/suggest.ts';
import { topicsOf, wordsOf } from '../words/words.ts';

/** What a property is, as far as words can tell whether they mean it. */
export interface Kind {
  /** Its name in snake_case. */
  readonly name: string;
  readonly type: 'string' | 'number' | 'boolean' | 'array' | 'other';
  /** The values it has to choose from; empty when they are open. */
  readonly listed: readonly Json[];
  readonly format: string | undefined;
  /** Whether its text as a whole must match a pattern. */
  readonly isPattern: boolean;
  readonly isRequired: boolean;
  /** The plain words of its name and description. */
  readonly about: ReadonlySet<string>;
  /** For a list: what is in it. */
  readonly items?: Kind | undefined;
}

/** Reads from demands what kind of property they describe. */
export function kindOf({ name, demands, isRequired }: Asked): Kind {
  const descriptions = demands.map(({ description = '' }) => description);
  const items = demands.flatMap((demand) => itemsOf(demand));
  return {
    name: wordsOf(name).join('_'),
    type: typeOf(demands),
    listed: demands.flatMap(({ enum: listed = [] }) => listed),
    format: demands.find(({ format }) => format !== undefined)?.format,
    isPattern: demands.some(({ pattern }) => pattern?.startsWith('^') === true),
    isRequired,
    about: new Set(topicsOf([name, ...descriptions].join(' '))),
    ...(items.length > 0 && { items: kindOf({ name, demands: items, isRequired }) }),
  };
}

function typeOf(demands: readonly SchemaObject[]): Kind['type'] {
  const types = demands.flatMap(({ type = [] }) => type);
  if (types.includes('integer') || types.includes('number')) {
    return types.includes('string') ? 'string' : 'number';
  }
  return (['array', 'boolean', 'string'] as const).find((type) => types.includes(type)) ?? 'other';
}

function itemsOf({ items }: SchemaObject): SchemaObject[] {
  return typeof items === 'object' && 'length' in items
    ? []
    : typeof items === 'object'
      ? [items]
      : [];
}
