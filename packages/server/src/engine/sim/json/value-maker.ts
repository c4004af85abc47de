import { createPick, type Demands, gatherDemands } from './demands.ts';
import { createReferenceCount } from './finishes.ts';
import { isSame, type Json } from './json.ts';
import { keywords } from './keywords.ts';
import { makeList } from './make-list.ts';
import { makeNumber } from './make-number.ts';
import { makeObject } from './make-object.ts';
import { makeText } from './make-text.ts';
import type { Course, Maker, Making, Place } from './maker.ts';
import { possibleTypes } from './possible-types.ts';
import type { Schema, SchemaObject } from './schema.ts';
import { createViolationFinder } from './violation.ts';

const DEEPEST = 40;

/** Makes the maker of one value: a second one from the same source of chance may come out otherwise. */
export function createMaker(making: Making): Maker {
  const { document, random, isPlain } = making;
  const suggestions = making.suggest();
  const find = createViolationFinder(document);
  const pick = isPlain ? () => 0 : createPick(random);
  const choosing = {
    document,
    pick,
    deep: making.deep,
    countReferences: createReferenceCount(document),
  };
  const course: Course = { used: 0 };
  const maker: Maker = { ...making, suggestions, make, isSaid, keeps, pick, gather, course };
  return maker;

  function gather(schema: Schema, depth: number): Demands {
    return gatherDemands(schema, depth, choosing);
  }

  function keeps(value: Json, schemas: readonly Schema[]): boolean {
    return schemas.every((schema) => find(value, schema, '') === undefined);
  }

  function make(schema: Schema, place: Place): Json | undefined {
    document.effort.spend();
    const demands = place.depth > DEEPEST ? undefined : gather(schema, place.depth);
    const said = demands && whatWasSaid(demands, place);
    if (said !== undefined) {
      course.used += 1;
      suggestions.take(said);
      return said;
    }
    const value = demands && (given(demands) ?? invent(demands, place));
    if (value === undefined) {
      const where = place.path === '' ? '' : ` for ${place.path}`;
      course.stuck ??= `${where} that keeps to ${namesOf(demands)}`;
    }
    return value;
  }

  function isSaid(schema: Schema, place: Place): boolean {
    const demands = gather(schema, place.depth);
    return demands !== undefined && whatWasSaid(demands, place) !== undefined;
  }

  function whatWasSaid(demands: readonly SchemaObject[], place: Place): Json | undefined {
    return suggestions.valuesFor({ ...place, demands }).find((value) => keeps(value, demands));
  }

  /** What the schema itself gives: its constants, and what it shows as a value. */
  function given(demands: readonly SchemaObject[]): Json | undefined {
    const listed = listedValues(demands);
    if (listed) {
      const possible = listed.filter((value) => keeps(value, demands));
      return possible[pick(possible.length)];
    }
    const shown = demands.flatMap(({ default: usual, examples = [] }) =>
      usual === undefined ? examples : [usual, ...examples],
    );
    return shown.find((value) => keeps(value, demands));
  }

  function invent(demands: readonly SchemaObject[], place: Place): Json | undefined {
    if (listedValues(demands)) return undefined;
    const types = possibleTypes(demands);
    const type = types[pick(types.length)];
    const task = { demands, place };
    switch (type) {
      case 'object':
        return makeObject(task, maker);
      case 'array':
        return makeList(task, maker);
      case 'string':
        return makeText(task, maker);
      case 'integer':
      case 'number':
        return makeNumber({ demands, place, isInteger: type === 'integer' }, maker);
      case 'boolean':
        return pick(2) === 0;
      case 'null':
        return null;
      default:
        return undefined;
    }
  }
}

function listedValues(demands: readonly SchemaObject[]): readonly Json[] | undefined {
  const lists = demands.flatMap((demand) => [
    ...(demand.enum ? [demand.enum] : []),
    ...(demand.const === undefined ? [] : [[demand.const]]),
  ]);
  const [first, ...others] = lists;
  return first?.filter((value) => others.every((list) => list.some((one) => isSame(one, value))));
}

/** Keywords whose own demands are in the list as well. */
const JOINING = new Set(['$ref', '$defs', 'definitions', 'allOf', 'anyOf', 'oneOf']);

/** The keywords of demands, for whoever must change them. */
function namesOf(demands: Demands): string {
  const names = new Set((demands ?? [{ false: true }]).flatMap(Object.keys));
  const own = [...names].filter((name) => keywords.has(name) && !JOINING.has(name));
  return own.join(', ') || 'false';
}
