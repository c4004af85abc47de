import type { Json } from './json.ts';
import type { Maker, Task } from './maker.ts';
import { firstItems, otherItems, type Schema, type SchemaObject } from './schema.ts';

/** How often a repeated item of a list without repeats is made again. */
const TRIES = 12;

/** Makes a list: as long as it must be, one item where it may be empty, and a whole tuple where there is one. */
export function makeList({ demands, place }: Task, maker: Maker): Json | undefined {
  const contained = demands.flatMap(({ contains, minContains = 1 }) =>
    contains === undefined ? [] : new Array<Schema>(Math.min(minContains, 1_000)).fill(contains),
  );
  const items: Json[] = [];
  const length = lengthOf(demands, {
    least: contained.length,
    isDeep: place.depth > maker.deep,
    pick: maker.pick,
  });
  for (let index = 0; index < length; index++) {
    // What the list must contain stands last, where items are most alike.
    const wanted = contained[index - (length - contained.length)] ?? true;
    const item = makeItem({ demands, place }, { index, wanted, items }, maker);
    if (item === undefined) return index >= leastOf(demands) && wanted === true ? items : undefined;
    items.push(item);
  }
  return items;
}

function makeItem(
  { demands, place }: Task,
  { index, wanted, items }: { index: number; wanted: Schema; items: readonly Json[] },
  maker: Maker,
): Json | undefined {
  const schema = { allOf: [wanted, ...demands.map((demand) => itemSchema(demand, index))] };
  const unique = demands
    .filter(({ uniqueItems }) => uniqueItems === true)
    .map(() => ({ uniqueItems: true }));
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const item = maker.make(schema, {
      ...place,
      path: `${place.path}[${index}]`,
      depth: place.depth + 1,
      number: index + attempt,
      isRequired: true,
    });
    if (item === undefined || unique.length === 0 || maker.keeps([...items, item], unique))
      return item;
  }
  return undefined;
}

function itemSchema(demand: SchemaObject, index: number): Schema {
  const first = firstItems(demand);
  return (index < first.length ? first[index] : otherItems(demand)) ?? true;
}

function leastOf(demands: readonly SchemaObject[]): number {
  return Math.max(0, ...demands.map(({ minItems = 0 }) => minItems));
}

function lengthOf(
  demands: readonly SchemaObject[],
  { least, isDeep, pick }: { least: number; isDeep: boolean; pick: Maker['pick'] },
): number {
  const shortest = Math.max(least, leastOf(demands));
  const longest = Math.min(...demands.map(({ maxItems = Infinity }) => maxItems));
  if (isDeep) return shortest;
  const tuple = Math.max(0, ...demands.map((demand) => firstItems(demand).length));
  return Math.min(longest, Math.max(shortest, tuple, 1) + (tuple === 0 ? pick(3) : 0));
}
