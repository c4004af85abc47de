import { formats } from './formats.ts';
import type { SchemaObject, SchemaType } from './schema.ts';

const ALL: readonly SchemaType[] = [
  'string',
  'integer',
  'number',
  'boolean',
  'object',
  'array',
  'null',
];

/** The types that all demands allow, null last; where none is named, the one that the keywords speak of comes first. */
export function possibleTypes(demands: readonly SchemaObject[]): SchemaType[] {
  const named = demands.flatMap(({ type }) =>
    type === undefined ? [] : [[type].flat() as SchemaType[]],
  );
  const [first, ...others] = named;
  const wanted = first ?? [...new Set([...demands.flatMap(spokenOf), ...ALL])];
  const spread = wanted.flatMap((type) =>
    type === 'number' && !wanted.includes('integer') ? [type, 'integer' as const] : [type],
  );
  const possible = spread.filter((type) =>
    others.every(
      (types) => types.includes(type) || (type === 'integer' && types.includes('number')),
    ),
  );
  const excluded = demands.flatMap(({ not }) =>
    typeof not === 'object' && Object.keys(not).join() === 'type' ? [not.type].flat() : [],
  );
  const left = possible.filter(
    (type) => !excluded.includes(type) && !(type === 'integer' && excluded.includes('number')),
  );
  return [...left.filter((type) => type !== 'null'), ...left.filter((type) => type === 'null')];
}

/** The keywords that only concern one type. */
const SPEAKING: readonly (readonly [SchemaType, RegExp])[] = [
  [
    'object',
    /^(?:properties|required|additionalProperties|patternProperties|propertyNames|unevaluatedProperties|m(?:in|ax)Properties|depend\w+)$/,
  ],
  [
    'array',
    /^(?:items|prefixItems|additionalItems|unevaluatedItems|contains|uniqueItems|m(?:in|ax)(?:Items|Contains))$/,
  ],
  ['string', /^(?:pattern|m(?:in|ax)Length)$/],
  ['number', /^(?:multipleOf|(?:exclusiveM|m)(?:in|ax)imum)$/],
];

function spokenOf(demand: SchemaObject): SchemaType[] {
  const named = Object.keys(demand).flatMap((keyword) =>
    SPEAKING.flatMap(([type, pattern]) => (pattern.test(keyword) ? [type] : [])),
  );
  return formats.has(demand.format ?? '') ? [...named, 'string'] : named;
}
