import { formats } from './formats.ts';
import { namedTypes, type SchemaObject, type SchemaType } from './schema.ts';

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
  const named = demands.flatMap((demand) => {
    const types = namedTypes(demand);
    return types ? [types.flatMap(widened)] : [];
  });
  const [first = [...demands.flatMap(spokenOf), ...ALL], ...others] = named;
  const possible = [...new Set(first)].filter(
    (type) => others.every((types) => types.includes(type)) && !isForbidden(type, demands),
  );
  return [
    ...possible.filter((type) => type !== 'null'),
    ...possible.filter((type) => type === 'null'),
  ];
}

/** A whole number is a number, too. */
function widened(type: SchemaType): SchemaType[] {
  return type === 'number' ? ['number', 'integer'] : [type];
}

function isForbidden(type: SchemaType, demands: readonly SchemaObject[]): boolean {
  return demands.some(
    ({ not }) =>
      typeof not === 'object' &&
      Object.keys(not).join() === 'type' &&
      namedTypes(not)?.flatMap(widened).includes(type) === true,
  );
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
