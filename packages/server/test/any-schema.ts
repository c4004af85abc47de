import fc from 'fast-check';

/** Schemas of every kind, in which a few keywords meet. */
export function anySchema(): fc.Arbitrary<unknown> {
  const { schema } = fc.letrec<{ schema: unknown }>((tie) => {
    const inner = tie('schema');
    const few = fc.integer({ min: 0, max: 3 });
    const number = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constantFrom(0.5, -2.5, 7.25));
    const name = fc.constantFrom('a', 'b', 'c', 'kind');
    const names = fc.uniqueArray(name, { maxLength: 3 });
    const types = fc.constantFrom(
      'string',
      'number',
      'integer',
      'boolean',
      'object',
      'array',
      'null',
    );
    const value = fc.oneof(
      fc.constantFrom('x', 'yy', 1, 2.5, true, null, 0),
      fc.jsonValue({ maxDepth: 1 }),
    );
    const pattern = fc.constantFrom(
      '^[a-z]+$',
      '^\\d{3}-\\d{4}$',
      'x?y',
      '^(?:ab|cd)*$',
      '[^a]',
      '\\bfoo\\b',
      '^.{2,5}$',
    );
    const named = fc.dictionary(name, inner, { maxKeys: 3 });
    const some = fc.array(inner, { minLength: 1, maxLength: 3 });
    const leaf = fc.oneof(
      fc.boolean(),
      fc.record({ type: types }),
      fc.record({
        enum: fc.uniqueArray(value, {
          minLength: 1,
          maxLength: 3,
          selector: (one) => JSON.stringify(one),
        }),
      }),
      fc.record({ const: value }),
      fc.record(
        { type: fc.constant('string'), minLength: few, maxLength: few.map((n) => n + 3), pattern },
        { requiredKeys: ['type'] },
      ),
      fc.record(
        {
          type: fc.constantFrom('number', 'integer'),
          minimum: number,
          maximum: number.map((n) => n + 20),
          multipleOf: fc.constantFrom(1, 2, 3, 0.1, 2.5, 7),
        },
        { requiredKeys: ['type'] },
      ),
      fc.record(
        {
          type: fc.constantFrom('number', 'integer'),
          exclusiveMinimum: number,
          exclusiveMaximum: number.map((n) => n + 20),
        },
        { requiredKeys: ['type'] },
      ),
      fc.record({ $ref: fc.constantFrom('#', '#/$defs/d', '#/properties/a') }),
    );
    const composite = fc.record(
      {
        type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
        properties: named,
        required: names,
        additionalProperties: inner,
        patternProperties: fc.dictionary(fc.constantFrom('^a', 'z$'), inner, { maxKeys: 1 }),
        propertyNames: fc.oneof(
          fc.record({ pattern: fc.constantFrom('^[a-k]', 'd') }),
          fc.record({ maxLength: few }),
        ),
        minProperties: few,
        maxProperties: few,
        dependentRequired: fc.dictionary(name, names, { maxKeys: 1 }),
        dependentSchemas: fc.dictionary(name, inner, { maxKeys: 1 }),
        unevaluatedProperties: fc.constant(false),
        items: inner,
        prefixItems: some,
        contains: inner,
        minContains: few,
        maxContains: few,
        minItems: few,
        maxItems: few,
        uniqueItems: fc.boolean(),
        unevaluatedItems: fc.constant(false),
        allOf: some,
        anyOf: some,
        oneOf: some,
        not: inner,
        if: inner,
        then: inner,
        else: inner,
        minimum: number,
        minLength: few,
      },
      { requiredKeys: [] },
    );
    // Few keywords at a time, or most schemas would have no value at all.
    const sparse = fc
      .tuple(composite, fc.array(fc.nat(100), { minLength: 1, maxLength: 5 }))
      .map(([full, picks]) => {
        const entries = Object.entries(full as object);
        const picked = Object.fromEntries(
          picks.flatMap((pick) => (entries.length === 0 ? [] : [entries[pick % entries.length]!])),
        );
        return withoutDisputed(picked, full);
      });
    return { schema: fc.oneof({ maxDepth: 3, depthIdentifier: 's' }, leaf, sparse) };
  });
  return fc
    .tuple(schema, schema, schema)
    .map(([root, d, a]) =>
      typeof root === 'object' ? { properties: { a }, ...(root as object), $defs: { d } } : root,
    );
}

/** Where the validator of these tests knowingly differs from the specification on what is evaluated. */
const DISPUTED_ITEMS = ['$ref', 'allOf', 'anyOf', 'contains', 'dependentSchemas', 'items', 'oneOf'];

function withoutDisputed(picked: Record<string, unknown>, full: object): unknown {
  const { unevaluatedItems, unevaluatedProperties, ...kept } = picked;
  return {
    ...kept,
    ...('if' in picked && { then: (full as { then?: unknown }).then ?? true }),
    ...(unevaluatedItems !== undefined &&
      !DISPUTED_ITEMS.some((keyword) => keyword in picked) && { unevaluatedItems }),
    ...(unevaluatedProperties !== undefined &&
      !('dependentSchemas' in picked) && { unevaluatedProperties }),
  };
}
