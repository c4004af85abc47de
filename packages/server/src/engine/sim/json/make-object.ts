import type { Json } from './json.ts';
import type { Maker, Task } from './maker.ts';
import { writePattern } from './pattern/write-pattern.ts';
import type { SchemaObject } from './schema.ts';
import { dependentNames, dependentSchema, propertySchemas } from './schema-of-property.ts';

const MOST = 1_000;

/**
 * Makes an object: what it must have, then what it may have, in the order of the schema. What it has may ask
 * for more, which is then made too.
 */
export function makeObject(task: Task, maker: Maker): Json | undefined {
  const { place } = task;
  const made = new Map<string, Json>();
  let demands = task.demands;

  for (const name of namesToMake(demands)) {
    const isRequired = requires(demands, made, name);
    const hasRoom = made.size < roomFor(demands, made) && place.depth <= maker.deep;
    const isAdded = (isRequired || hasRoom) && add(name, isRequired);
    if (isRequired && !isAdded) return undefined;
  }
  if (!missing().every((name) => add(name, true))) return undefined;
  return addUntil(leastOf(demands)) ? inOrder(made, demands) : undefined;

  function add(name: string, isRequired: boolean): boolean {
    const joined = withDependents(demands, name, task, maker);
    const schemas = joined.flatMap((demand) => propertySchemas(demand, name, maker.document));
    const schema = { allOf: schemas.map(([asked]) => asked) };
    const path = place.path === '' ? name : `${place.path}.${name}`;
    const inner = { ...place, name, path, depth: place.depth + 1, isRequired };
    const isWanted =
      isRequired || (maker.isSparing ? maker.isSaid(schema, inner) : maker.pick(2) === 0);
    const value = isWanted ? maker.make(schema, inner) : undefined;
    if (value === undefined) return false;
    made.set(name, value);
    demands = joined;
    return true;
  }

  function missing(): string[] {
    const names = demands.flatMap(({ required = [] }) => required);
    const asked = [...made.keys()].flatMap((name) =>
      demands.flatMap((demand) => dependentNames(demand, name)),
    );
    return [...new Set([...names, ...asked])].filter((name) => !made.has(name));
  }

  function addUntil(size: number): boolean {
    const patterns = demands.flatMap(({ patternProperties = {} }) =>
      Object.keys(patternProperties),
    );
    for (let number = 1; made.size < size; number++) {
      if (number > MOST) return false;
      const name = inventName(patterns, number, task, maker);
      if (name !== undefined && !made.has(name)) add(name, true);
    }
    return true;
  }
}

/** The names that a schema speaks of: first what must be there, which has the first choice of words. */
function namesToMake(demands: readonly SchemaObject[]): string[] {
  const required = demands.flatMap(({ required: names = [] }) => names);
  return [...new Set([...required, ...namesOf(demands)])];
}

/** The names that a schema speaks of, in its order. */
function namesOf(demands: readonly SchemaObject[]): string[] {
  return [
    ...new Set(
      demands.flatMap(({ properties = {}, required = [] }) => [
        ...Object.keys(properties),
        ...required,
      ]),
    ),
  ];
}

function requires(
  demands: readonly SchemaObject[],
  made: ReadonlyMap<string, Json>,
  name: string,
): boolean {
  return demands.some(
    (demand) =>
      demand.required?.includes(name) === true ||
      [...made.keys()].some((other) => dependentNames(demand, other).includes(name)),
  );
}

/** How many properties there may be before those that must still come have no room. */
function roomFor(demands: readonly SchemaObject[], made: ReadonlyMap<string, Json>): number {
  const most = Math.min(...demands.map(({ maxProperties = Infinity }) => maxProperties));
  const required = new Set(demands.flatMap(({ required: names = [] }) => names));
  return most - [...required].filter((name) => !made.has(name)).length;
}

function leastOf(demands: readonly SchemaObject[]): number {
  return Math.max(0, ...demands.map(({ minProperties = 0 }) => minProperties));
}

/** What the object must keep to now that it has a property. */
function withDependents(
  demands: readonly SchemaObject[],
  name: string,
  { place }: Task,
  maker: Maker,
): readonly SchemaObject[] {
  const asked = demands.flatMap((demand) => dependentSchema(demand, name) ?? []);
  const more = asked.flatMap((schema) => maker.gather(schema, place.depth) ?? []);
  return [...new Set([...demands, ...more])];
}

/** A name for a property that the schema asks for without naming it. */
function inventName(
  patterns: readonly string[],
  number: number,
  { demands, place }: Task,
  maker: Maker,
): string | undefined {
  const source = patterns[number % (patterns.length + 1)];
  const { document, random } = maker;
  if (source !== undefined)
    return writePattern(document.pattern(source), {
      random,
      extra: number,
      effort: document.effort,
    });
  const asked = demands.flatMap(({ propertyNames }) => propertyNames ?? []);
  if (asked.length === 0) return `extra${number}`;
  const name = maker.make(
    { allOf: [...asked, { type: 'string' }] },
    { ...place, name: 'name', depth: place.depth + 1, number },
  );
  return typeof name === 'string' ? name : undefined;
}

/** Properties in the order in which the schema names them; made from entries, so that any name is just a name. */
function inOrder(made: ReadonlyMap<string, Json>, demands: readonly SchemaObject[]): Json {
  const order = namesOf(demands).filter((name) => made.has(name));
  const names = new Set([...order, ...made.keys()]);
  return Object.fromEntries([...names].map((name) => [name, made.get(name) as Json]));
}
