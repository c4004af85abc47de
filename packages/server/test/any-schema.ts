import fc from 'fast-check';

type Arbitraries = Record<string, fc.Arbitrary<unknown>>;

const few = fc.integer({ min: 0, max: 3 });
const number = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constantFrom(0.5, -2.5, 7.25));
const higher = number.map((value) => value + 20);
const name = fc.constantFrom('a', 'b', 'c', 'kind');
const names = fc.uniqueArray(name, { maxLength: 3 });
const type = fc.constantFrom('string', 'number', 'integer', 'boolean', 'object', 'array', 'null');
const numeric = fc.constantFrom('number', 'integer');
const value = fc.oneof(
  fc.constantFrom('x', 'yy', 1, 2.5, true, null, 0),
  fc.jsonValue({ maxDepth: 1 }),
);
const values = fc.uniqueArray(value, {
  minLength: 1,
  maxLength: 3,
  selector: (one) => JSON.stringify(one),
});
const pattern = fc.constantFrom(
  '^[a-z]+$',
  '^\\d{3}-\\d{4}$',
  'x?y',
  '^(?:ab|cd)*$',
  '[^a]',
  '\\bfoo\\b',
  '^.{2,5}$',
);

const LEAF = fc.oneof(
  fc.boolean(),
  fc.record({ type }),
  fc.record({ enum: values }),
  fc.record({ const: value }),
  typed('string', { minLength: few, maxLength: few.map((count) => count + 3), pattern }),
  typed(numeric, {
    minimum: number,
    maximum: higher,
    multipleOf: fc.constantFrom(1, 2, 3, 0.1, 2.5, 7),
  }),
  typed(numeric, { exclusiveMinimum: number, exclusiveMaximum: higher }),
  fc.record({ $ref: fc.constantFrom('#', '#/$defs/d', '#/properties/a') }),
);

/** Schemas of every kind, in which a few keywords meet. */
export function anySchema(): fc.Arbitrary<unknown> {
  const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
    schema: fc.oneof({ maxDepth: 3 }, LEAF, fewOf(keywordsOver(tie('schema')))),
  }));
  return fc
    .tuple(schema, schema, schema)
    .map(([root, d, a]) =>
      typeof root === 'object' ? { properties: { a }, ...root, $defs: { d } } : root,
    );
}

function keywordsOver(inner: fc.Arbitrary<unknown>): Arbitraries {
  const some = fc.array(inner, { minLength: 1, maxLength: 3 });
  const oneNamed = fc.dictionary(name, inner, { maxKeys: 1 });
  return {
    type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
    properties: fc.dictionary(name, inner, { maxKeys: 3 }),
    required: names,
    additionalProperties: inner,
    patternProperties: fc.dictionary(fc.constantFrom('^a', 'z$'), inner, { maxKeys: 1 }),
    propertyNames: fc.constantFrom({ pattern: '^[a-k]' }, { pattern: 'd' }, { maxLength: 2 }),
    minProperties: few,
    maxProperties: few,
    dependentRequired: fc.dictionary(name, names, { maxKeys: 1 }),
    dependentSchemas: oneNamed,
    unevaluatedProperties: fc.constant(false),
    items: inner,
    prefixItems: some,
    contains: inner,
    minContains: few,
    maxContains: few,
    minItems: few,
    maxItems: few,
    uniqueItems: fc.boolean(),
    allOf: some,
    anyOf: some,
    oneOf: some,
    not: inner,
    if: inner,
    then: inner,
    else: inner,
    minimum: number,
    minLength: few,
  };
}

/**
 * Few keywords at a time, or most schemas would have no value at all. What is unevaluated is left out where
 * the validator of these tests knowingly differs from the specification, as it is for items everywhere.
 */
function fewOf(keywords: Arbitraries): fc.Arbitrary<object> {
  return fc
    .subarray(Object.keys(keywords), { minLength: 1, maxLength: 5 })
    .map((chosen) => {
      const isDisputed = chosen.includes('if') || chosen.includes('dependentSchemas');
      return isDisputed ? chosen.filter((one) => one !== 'unevaluatedProperties') : chosen;
    })
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map((one) => [one, keywords[one] ?? value]))),
    );
}

function typed(kind: fc.Arbitrary<string> | string, optional: Arbitraries): fc.Arbitrary<object> {
  const ofKind = typeof kind === 'string' ? fc.constant(kind) : kind;
  return fc.record({ type: ofKind, ...optional }, { requiredKeys: ['type'] });
}
