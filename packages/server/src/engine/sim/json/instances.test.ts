import { isIP } from 'node:net';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySchema } from '../../../../test/any-schema.ts';
import { Refusal } from '../../../refusal.ts';
import { formats } from './formats.ts';
import { instancesOf } from './instances.ts';
import type { Json } from './json.ts';
import type { Schema } from './schema.ts';
import { noSuggestions } from './suggest.ts';

/** What each format means, told by other code than the simulator's own. */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => !Number.isNaN(Date.parse(text)) && /T.*(?:Z|[+-]\d\d:\d\d)$/.test(text),
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)),
  time: (text) => !Number.isNaN(Date.parse(`2026-01-01T${text}`)) && /Z|[+-]\d\d:/.test(text),
  duration: (text) => /^P(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?$/.test(text) && /\d/.test(text),
  email: (text) => /^[^@\s]+@[^@\s]+\.[a-z]+$/.test(text),
  uri: (text) => URL.canParse(text),
  'uri-reference': (text) => URL.canParse(text, 'http://base.example'),
  uuid: (text) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text),
  ipv4: (text) => isIP(text) === 4,
  ipv6: (text) => isIP(text) === 6,
  hostname: (text) => new URL(`http://${text}`).hostname === text,
  'json-pointer': (text) => text.startsWith('/'),
  byte: (text) => btoa(atob(text)) === text,
};

/** Forty schemas, each of which refers to the next one twice. */
const DOUBLING: Record<string, object> = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => {
    const next = { $ref: `#/$defs/d${index + 1}` };
    return [`d${index}`, { allOf: [next, next] }];
  }),
);

const options = { strict: false, logger: false, formats: FORMATS } as const;
const ajv = new Ajv2020(options);
const draft7 = new Ajv(options);

describe('instances of a schema', () => {
  it('keep to any schema, as a validator sees it, unless it is refused by name', () => {
    let refused = 0;
    let judged = 0;
    fc.assert(
      fc.property(anySchema(), (schema) => {
        const { instances, refusal } = ask(schema);
        if (refusal) {
          refused += 1;
          expect(refusal).toMatchObject({
            status: 400,
            message: expect.stringMatching(/^schema[^ ]*: ./) as string,
          });
        }
        for (const instance of instances) {
          const isAccepted = verdict(schema, instance);
          if (isAccepted !== undefined) judged += 1;
          expect(isAccepted, shown(schema, instance)).not.toBe(false);
        }
      }),
      { numRuns: 700 },
    );
    // Else the property would have looked at less than it says.
    expect(refused).toBeLessThan(200);
    expect(judged).toBeGreaterThan(500);
  });

  it.each<[string, object]>([
    [
      'an object as OpenAI asks for it',
      object({ name: { type: 'string' }, age: { type: 'integer' } }),
    ],
    [
      'all lengths',
      object({
        a: { type: 'string', minLength: 40, maxLength: 41 },
        b: { type: 'string', maxLength: 1 },
      }),
    ],
    [
      'bounds without room for a whole number',
      { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.001 },
    ],
    ['negative bounds', { type: 'integer', minimum: -9, exclusiveMaximum: -7, multipleOf: 2 }],
    ['multiples of a fraction', { type: 'number', minimum: 0.25, multipleOf: 0.1 }],
    [
      'several multiples',
      { allOf: [{ multipleOf: 4 }, { multipleOf: 6 }], type: 'integer', minimum: 13 },
    ],
    [
      'a list of several',
      { type: 'array', items: { enum: ['a', 'b', 'c'] }, minItems: 3, uniqueItems: true },
    ],
    [
      'a tuple',
      {
        type: 'array',
        prefixItems: [{ type: 'string' }, { type: 'boolean' }],
        items: false,
        minItems: 2,
      },
    ],
    [
      'what a list contains',
      {
        type: 'array',
        items: { type: 'integer' },
        contains: { minimum: 50 },
        minContains: 2,
        maxContains: 2,
        minItems: 5,
      },
    ],
    [
      'names that are not given',
      {
        type: 'object',
        minProperties: 3,
        propertyNames: { pattern: '^x-[a-z]{2,}$' },
        additionalProperties: { type: 'integer' },
      },
    ],
    [
      'names by pattern',
      {
        type: 'object',
        minProperties: 2,
        patternProperties: { '^n\\d$': { type: 'null' } },
        additionalProperties: false,
      },
    ],
    [
      'dependencies',
      {
        type: 'object',
        properties: { card: { type: 'string' } },
        required: ['card'],
        dependentRequired: { card: ['address'] },
        dependentSchemas: { address: { properties: { address: { const: 'here' } } } },
      },
    ],
    [
      'one of two, not both',
      {
        oneOf: [
          { type: 'object', required: ['a'] },
          { type: 'object', required: ['b'] },
        ],
        properties: { a: true, b: true },
      },
    ],
    [
      'a condition',
      {
        type: 'object',
        properties: { kind: { enum: ['a', 'b'] } },
        required: ['kind'],
        if: { properties: { kind: { const: 'a' } } },
        then: { required: ['x'], properties: { x: { type: 'integer' } } },
        else: { required: ['y'] },
      },
    ],
    ['a negation', { type: 'string', not: { enum: ['', 'a'] } }],
    [
      'nothing unevaluated',
      {
        allOf: [object({ a: { type: 'integer' } })],
        properties: { b: { type: 'null' } },
        unevaluatedProperties: false,
      },
    ],
    [
      'no unevaluated items',
      { type: 'array', prefixItems: [{ const: 1 }], unevaluatedItems: false, minItems: 1 },
    ],
    [
      'items that another schema has evaluated',
      {
        type: 'array',
        allOf: [{ prefixItems: [{ type: 'integer' }] }],
        prefixItems: [true, { const: 'second' }],
        unevaluatedItems: { type: 'null' },
        minItems: 3,
      },
    ],
    [
      'null or not',
      object({
        a: { type: ['string', 'null'] },
        b: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
      }),
    ],
    [
      'a tree',
      {
        $ref: '#/$defs/tree',
        $defs: {
          tree: object({
            left: { anyOf: [{ $ref: '#/$defs/tree' }, { type: 'null' }] },
            right: { anyOf: [{ $ref: '#/$defs/tree' }, { type: 'null' }] },
            children: { type: 'array', items: { $ref: '#' } },
          }),
        },
      },
    ],
    [
      'an expression of expressions',
      {
        $ref: '#/$defs/sum',
        $defs: {
          sum: object({ left: { $ref: '#/$defs/term' }, right: { $ref: '#/$defs/term' } }),
          term: { anyOf: [{ $ref: '#/$defs/sum' }, { $ref: '#/$defs/number' }] },
          number: { type: 'number' },
        },
      },
    ],
    [
      'any name at all',
      object({
        constructor: { type: 'string' },
        'a b/~"': { type: 'null' },
      }),
    ],
    ['anything', {}],
  ])('keep to %s', (_, schema) => {
    const { instances, refusal } = ask(schema);
    expect(refusal?.message).toBeUndefined();
    expect(instances.length).toBeGreaterThan(0);
    for (const instance of instances)
      expect(ajv.validate(schema, instance), shown(schema, instance)).toBe(true);
  });

  it.each<[string, object]>([
    [
      'tuples',
      {
        type: 'array',
        items: [{ type: 'string' }, { type: 'integer' }],
        additionalItems: false,
        minItems: 2,
      },
    ],
    [
      'dependencies',
      {
        properties: { a: { type: 'string' } },
        required: ['a'],
        type: 'object',
        dependencies: { a: ['b'], b: { properties: { b: { type: 'integer' } } } },
      },
    ],
    ['definitions', { $ref: '#/definitions/x', definitions: { x: { type: 'boolean' } } }],
  ])('keep to draft 07 in its own words: %s', (_, schema) => {
    const { instances } = ask(schema);
    expect(instances.length).toBeGreaterThan(0);
    for (const instance of instances)
      expect(draft7.validate(schema, instance), shown(schema, instance)).toBe(true);
  });

  it.each([...formats.keys()])('keep to the format %s, whose values differ in a list', (format) => {
    const schema = {
      type: 'array',
      items: { type: 'string', format },
      minItems: 5,
      uniqueItems: true,
    };
    const { instances } = ask(schema);
    expect(instances.length).toBeGreaterThan(0);
    for (const instance of instances)
      expect(ajv.validate(schema, instance), shown(schema, instance)).toBe(true);
  });

  it.each([
    '^[a-z]+$',
    '^\\d{3}-\\d{4}$',
    '^[A-Z]{2}\\d{2}[^\\W\\d_]$',
    '^(?:red|green|blue)$',
    '^(?<year>\\d{4})-(0[1-9]|1[0-2])$',
    '^#([0-9a-fA-F]{6})$',
    '\\bword\\b',
    'x|y',
    '^.{3,5}$',
    '^\\u0041\\x42\\u{1F600}$',
    '^[^a-zA-Z0-9 ]$',
    '^a*?b+?$',
    '^\\S+@\\S+\\.\\S+$',
    '^$',
  ])('keep to the pattern %s, or refuse it', (pattern) => {
    const schema = { type: 'string', pattern };
    const { instances, refusal } = ask(schema);
    if (refusal) expect(() => new RegExp(pattern, 'u')).toThrow();
    for (const instance of instances) expect(instance).toMatch(new RegExp(pattern, 'u'));
  });

  it.each<[object, string]>([
    [{ type: 'strin' }, 'schema.type: expected one or more of string, number'],
    [
      { properties: { a: { required: 'a' } } },
      'schema.properties.a.required: expected a list of names',
    ],
    [{ properties: { a: 5 } }, 'schema.properties.a: expected a JSON Schema'],
    [
      { items: { minItems: -1 } },
      'schema.items.minItems: expected a whole number of at least 0, received -1.',
    ],
    [{ unknownKeyword: 1 }, 'schema.unknownKeyword: the simulator does not support the keyword'],
    [{ $dynamicRef: '#a' }, 'schema.$dynamicRef: the simulator does not support'],
    [{ $ref: '#/$defs/none' }, 'schema.$ref: expected a reference within the schema'],
    [{ $ref: 'https://example.com/schema' }, 'schema.$ref: expected a reference within the schema'],
    [
      { properties: { a: { pattern: '(?=a)' } } },
      'schema.properties.a.pattern: the simulator cannot write',
    ],
    [
      { pattern: '(' },
      'schema.pattern: the simulator cannot write "(": Invalid regular expression',
    ],
    [{ pattern: '(a)\\1' }, 'schema.pattern: the simulator cannot write'],
    [
      { format: 'phone' },
      'schema.format: the simulator does not know the format "phone"; it knows date-time',
    ],
    [
      { type: 'string', minLength: 5, maxLength: 2 },
      'schema: the simulator found no value that keeps to type, minLength, maxLength.',
    ],
    [
      object({ a: { enum: ['x'], type: 'integer' } }),
      'schema: the simulator found no value for a that keeps to enum, type.',
    ],
    [{ not: {} }, 'schema.not: the simulator found no value that keeps to this keyword'],
    [
      { allOf: [{ type: 'string' }, { type: 'object' }] },
      'schema: the simulator found no value that keeps to type.',
    ],
    [
      { type: 'array', minItems: 1_000_000_000 },
      'schema: the simulator found no value for the schema; it leads to more steps',
    ],
    [
      { $ref: '#/$defs/a', $defs: { a: object({ a: { $ref: '#/$defs/a' } }) } },
      'schema: the simulator found no value',
    ],
    [{ enum: [] }, 'schema.enum: expected a list of values'],
  ])('are refused where there are none: %j', (schema, message) => {
    expect(ask(schema).refusal?.message).toContain(message);
  });

  it.each<[string, object]>([
    [
      'a pattern that other machines choke on',
      { type: 'string', pattern: '^(a+)+$', not: { pattern: 'a' } },
    ],
    [
      'references that double at each step',
      { $ref: '#/$defs/d0', $defs: { ...DOUBLING, d40: { not: { type: 'object' } } } },
    ],
    ['repeats of repeats', { type: 'string', pattern: '^((((a{1,99}){1,99}){1,99}){1,99}){99}$' }],
    [
      'a schema as deep as a well',
      Array.from({ length: 5_000 }).reduce<object>((inner) => ({ items: inner }), {}),
    ],
  ])('come to an end, one way or the other, with %s', (_, schema) => {
    expect(() => ask(schema)).not.toThrow();
  });

  it('have members of any name', () => {
    const { instances } = ask(object({ ['__proto__']: { const: 1 } }));
    expect(Object.entries(instances[0] as object)).toEqual([['__proto__', 1]]);
  });

  it('come first as the schema shows them', () => {
    expect(ask({ type: 'string', default: 'usual', examples: ['other'] }).instances).toEqual([
      'usual',
    ]);
    expect(ask({ type: 'integer', examples: ['no', 7] }).instances).toEqual([7]);
    expect(ask({ enum: ['first', 'second', 'third'] }).instances[0]).toBe('first');
  });

  it('leave something to chance where the schema does', () => {
    expect(ask({ enum: ['first', 'second', 'third'] }).instances.length).toBeGreaterThan(1);
  });
});

function ask(schema: unknown): { instances: readonly Json[]; refusal?: Refusal } {
  try {
    const wanted = { path: 'schema', suggest: noSuggestions, isObject: false, isSparing: false };
    return { instances: instancesOf(schema as Schema, wanted) };
  } catch (error) {
    if (error instanceof Refusal) return { instances: [], refusal: error };
    throw error;
  }
}

/**
 * What the validator says; `undefined` where it fails on a schema that turns in circles, or writes code that
 * names what it has not declared (`props0 is not defined`, on a `$ref` beside what is evaluated elsewhere).
 */
function verdict(schema: unknown, instance: Json): boolean | undefined {
  try {
    return ajv.validate(schema as object, instance);
  } catch (error) {
    if ([RangeError, TypeError, ReferenceError].some((kind) => error instanceof kind)) {
      return undefined;
    }
    throw error;
  }
}

function object(properties: object): object {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

function shown(schema: unknown, instance: unknown): string {
  return JSON.stringify({ schema, instance });
}
