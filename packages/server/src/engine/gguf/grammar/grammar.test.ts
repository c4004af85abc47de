import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySchema } from '../../../../test/any-schema.ts';
import { Refusal } from '../../../refusal.ts';
import { type Rules, rule } from './grammar.ts';
import { type Position, startOf } from './matcher.ts';
import { integersBetween } from './number-range.ts';
import { createSchemaRules } from './schema-rules.ts';

const ajv = new Ajv2020({ strict: false, logger: false, validateFormats: false });

/** What writers of JSON draw from, with what is awkward in it. */
const ALPHABET = Array.from(
  '{}[]":,\\ \nntrufalse0123456789.-+eEabcdefghijklmnopqrstuvwxyzTZ_é😀\u0007',
);

/** Schemas of keywords that are kept. */
function keptSchema(): fc.Arbitrary<unknown> {
  const few = fc.nat(3);
  const bound = fc.integer({ min: -300, max: 300 });
  return fc.letrec<{ schema: unknown }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 2 },
      fc.constantFrom(
        { type: 'string' },
        { type: ['integer', 'null'] },
        { type: 'boolean' },
        { enum: ['x', 2] },
      ),
      fc.record({
        type: fc.constant('string'),
        minLength: few,
        maxLength: few.map((most) => most + 3),
      }),
      fc.record({
        type: fc.constantFrom('integer', 'number'),
        minimum: bound,
        maximum: bound.map((most) => most + 400),
      }),
      fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
      fc.record({
        type: fc.constant('object'),
        properties: fc.dictionary(fc.constantFrom('a', 'b', 'é"'), tie('schema'), { maxKeys: 3 }),
        required: fc.subarray(['a', 'b']),
      }),
      fc.record({
        type: fc.constant('array'),
        prefixItems: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        items: tie('schema'),
        minItems: few,
        maxItems: few.map((most) => most + 3),
      }),
    ),
  })).schema;
}

function rulesOf(schema: unknown): Rules {
  const book = createSchemaRules(schema);
  book.set('root', [[rule(book.schema(schema, 'schema'))]]);
  return book.rules;
}

const startFor = (schema: unknown): Position => startOf(rulesOf(schema));

/** Writes a text of a grammar, led by numbers; `undefined` when it does not end soon. */
function write(start: Position, next: () => number): string | undefined {
  let [text, position] = ['', start];
  for (let length = 0; length < 400; length++) {
    const allowed = ALPHABET.flatMap((char) => {
      const after = position.after(char);
      return after ? [{ char, after }] : [];
    });
    if (position.isComplete && (allowed.length === 0 || next() % 3 === 0)) return text;
    const chosen = allowed[next() % allowed.length];
    if (!chosen) return undefined;
    text += chosen.char;
    position = chosen.after;
  }
  return undefined;
}

function refusalOf(schema: unknown): string {
  try {
    rulesOf(schema);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return 'kept';
}

describe('the grammar of a schema', () => {
  it('writes nothing that a validator refuses, or refuses the schema by name', () => {
    let judged = 0;
    fc.assert(
      fc.property(
        fc.oneof(anySchema(), keptSchema()),
        fc.infiniteStream(fc.nat(997)),
        (schema, chances) => {
          const refused = refusalOf(schema);
          if (refused !== 'kept') {
            expect(refused).toMatch(/^schema[^:]*: ./);
            return;
          }
          const text = write(startFor(schema), () => chances.next().value as number);
          if (text === undefined) return;
          judged += 1;
          expect(
            ajv.validate(schema as object, JSON.parse(text)),
            JSON.stringify({ schema, text }),
          ).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
    expect(judged).toBeGreaterThan(100);
  });

  it.each<[string, unknown, string[], string[]]>([
    [
      'an object',
      {
        type: 'object',
        properties: { a: { type: 'string' }, b: { type: 'integer' } },
        required: ['a'],
      },
      ['{"a":"x"}', '{"a": "x", "b": 12}', '{\n  "a": "x"\n}'],
      ['{"b":1}', '{"a":1}', '{"a":"x",}', '{"b":1,"a":"x"}', '{"a":"x","c":1}'],
    ],
    [
      'an object of whatever is left out',
      { type: 'object', properties: { a: true, b: true } },
      ['{}', '{ }', '{"b":null}'],
      ['{,}', '{"b":1,}'],
    ],
    [
      'a map',
      { type: 'object', additionalProperties: { type: 'boolean' } },
      ['{}', '{"x":true,"y": false}'],
      ['{"x":1}'],
    ],
    ['a closed object', { type: 'object', additionalProperties: false }, ['{}'], ['{"a":1}']],
    [
      'a list',
      { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 3 },
      ['[1,2]', '[1, 2.5, -3e4]'],
      ['[]', '[1]', '[1,2,3,4]'],
    ],
    [
      'a tuple',
      {
        type: 'array',
        prefixItems: [{ type: 'string' }, { type: 'null' }],
        items: false,
        minItems: 1,
      },
      ['["a"]', '["a",null]'],
      ['[]', '["a",null,1]', '[null]'],
    ],
    [
      'a tuple with more',
      { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'integer' } },
      ['[]', '["a"]', '["a",1,2]'],
      ['[1]', '["a","b"]'],
    ],
    [
      'lengths',
      { type: 'string', minLength: 2, maxLength: 3 },
      ['"ab"', '"😀é"', '"\\n\\u00e9x"'],
      ['"a"', '"abcd"', '"\\ud83d\\ude00"'],
    ],
    [
      'choices',
      { enum: ['a', 1, null, { b: [] }] },
      ['"a"', '1', 'null', '{"b":[]}'],
      ['"b"', '2'],
    ],
    ['several types', { type: ['string', 'null'] }, ['"x"', 'null'], ['1']],
    [
      'any of several',
      { anyOf: [{ type: 'integer' }, { const: 'none' }] },
      ['7', '"none"'],
      ['1.5', '"some"'],
    ],
    [
      'one of several that differ',
      {
        oneOf: [
          { type: 'object', properties: { kind: { const: 'a' } }, required: ['kind'] },
          { type: 'object', properties: { kind: { const: 'b' } }, required: ['kind'] },
        ],
      },
      ['{"kind":"a"}', '{"kind":"b"}'],
      ['{"kind":"c"}'],
    ],
    [
      'itself',
      {
        $ref: '#/$defs/tree',
        $defs: { tree: { type: 'object', properties: { left: { $ref: '#/$defs/tree' } } } },
      },
      ['{}', '{"left":{"left":{}}}'],
      ['{"left":1}'],
    ],
    [
      'whole numbers between bounds',
      { type: 'integer', minimum: -12, exclusiveMaximum: 105 },
      ['-12', '0', '104'],
      ['-13', '105', '007', '1.0'],
    ],
    [
      'decimal numbers between bounds',
      { type: 'number', minimum: 0, maximum: 1 },
      ['0', '0.25', '1'],
      ['1.5', '-0.5', '2'],
    ],
    [
      'a day',
      { type: 'string', format: 'date' },
      ['"2026-02-28"'],
      ['"2026-02-29"', '"2026-13-01"'],
    ],
    [
      'a moment',
      { type: 'string', format: 'date-time' },
      ['"2026-11-28T23:59:59Z"'],
      ['"2026-11-28 23:59:59Z"', '"2026-11-28T24:00:00Z"'],
    ],
    ['anything', {}, ['{"a":[1,null]}', '"x"', '-0.5e-7'], ['nul', '{"a"}']],
  ])('takes %s as it should', (_, schema, right, wrong) => {
    const start = startFor(schema);
    for (const text of right) expect([text, start.after(text)?.isComplete]).toEqual([text, true]);
    for (const text of wrong)
      expect([text, start.after(text)?.isComplete ?? false]).toEqual([text, false]);
  });

  it.each<[unknown, RegExp]>([
    [{ type: 'string', pattern: '^a' }, /^schema: pattern cannot be kept/],
    [
      { type: 'object', properties: { a: { type: 'number', multipleOf: 2 } } },
      /^schema\.a: multipleOf cannot be kept/,
    ],
    [
      { type: 'string', format: 'email' },
      /^schema: format "email" cannot be kept; these can: date, time, date-time, uuid/,
    ],
    [
      { allOf: [{ type: 'string' }, { minLength: 1 }] },
      /^schema: allOf is kept with one schema only/,
    ],
    [{ oneOf: [{ type: 'string' }, { minLength: 1 }] }, /^schema: oneOf is kept only where/],
    [
      { anyOf: [{ type: 'string' }], type: 'string' },
      /^schema: type cannot be kept by this engine beside anyOf/,
    ],
    [{ $ref: '#/nowhere' }, /^schema: \$ref points to nothing/],
    [{ type: 'array', items: { not: {} } }, /^schema\[\]: not cannot be kept/],
    [{ type: 'integer', minimum: 3, maximum: 2 }, /^schema: minimum leaves no number/],
    [{ type: 'number', minimum: 0.5 }, /^schema: minimum can be kept for whole bounds only/],
    [
      { required: ['a'], additionalProperties: false },
      /^schema: required names "a", which cannot be there/,
    ],
    [false, /^schema: false accepts no value/],
    [7, /^schema: expected a JSON Schema, received 7/],
  ])('refuses %j by name', (schema, message) => {
    expect(refusalOf(schema)).toMatch(message);
  });

  it('has every whole number of a range, and no other', () => {
    const bounds = fc.tuple(fc.integer({ min: -1200, max: 1200 }), fc.nat(1500));
    fc.assert(
      fc.property(bounds, fc.integer({ min: -3000, max: 3000 }), ([least, size], value) => {
        const most = least + size;
        const start = startOf(
          new Map([...createSchemaRules(true).rules, ['root', integersBetween(least, most)]]),
        );
        const isIn = value >= least && value <= most;
        expect(start.after(String(value))?.isComplete ?? false).toBe(isIn);
      }),
    );
  });

  it('grows by what a text opens, not by its length', () => {
    const start = startFor({
      type: 'array',
      items: { type: 'object', additionalProperties: { type: 'string' } },
    });
    const text = `[${'{"abc": "defghij"},'.repeat(3_000)}`;
    const position = start.after(text);
    expect(position?.after('{}]')?.isFinal).toBe(true);
  });
});
