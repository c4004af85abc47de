import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { check } from './check.ts';
import type { Schema } from './schema.ts';
import { findRequestIssues } from './validate-request.ts';

interface Document {
  components: { schemas: { ChatCompletionCreateParams: { properties: { model: unknown } } } };
}

const document = parse(
  readFileSync(new URL('../../openapi/hermes-4.yaml', import.meta.url), 'utf8'),
) as Document;
// The client leaves the model's name to the host.
document.components.schemas.ChatCompletionCreateParams.properties.model = {
  type: 'string',
  minLength: 1,
};
const ajv = new Ajv2020({ strict: false, discriminator: false });
ajv.addSchema(document, 'hermes-4');
const oracle = ajv.getSchema('hermes-4#/components/schemas/ChatCompletionCreateParams');

const minimal = { model: 'm', messages: [{ role: 'user', content: 'Hello' }] };

test.each([
  ['top_p below its bound', { top_p: 0 }, 'top_p', 'a number from 0.01 to 1', '0'],
  ['an integer that is none', { seed: 1.5 }, 'seed', 'an integer of at least 1', '1.5'],
  ['an empty model', { model: '' }, 'model', 'a string of at least 1 characters', '""'],
  ['missing messages', { messages: undefined }, 'messages', 'an array', 'nothing'],
  [
    'a role in a typo',
    { messages: [{ role: 'usr', content: 'x' }] },
    'messages[0]',
    /with role "system" or .*"user"/,
    'an object',
  ],
  [
    'a missing part of a message',
    { messages: [{ role: 'tool', content: 'x' }] },
    'messages[0].tool_call_id',
    'a string',
    'nothing',
  ],
  [
    'a property that is refused',
    { messages: [{ role: 'system', content: 'x', cache: 1 }] },
    'messages[0].cache',
    'no such property',
    '1',
  ],
  [
    'a content part',
    { messages: [{ role: 'user', content: [{ type: 'text', text: 7 }] }] },
    'messages[0].content[0].text',
    'a string',
    '7',
  ],
  [
    'a tool without parameters',
    { tools: [{ type: 'function', function: { name: 'f' } }] },
    'tools[0].function.parameters',
    'an object',
    'nothing',
  ],
  [
    'an unknown tool choice',
    { tool_choice: 'maybe' },
    'tool_choice',
    'one of "none", "auto", "required"',
    '"maybe"',
  ],
  [
    'a name that needs quotes',
    { tools: [{ type: 'function', function: { name: 'f', parameters: {} }, 'x-y': 1 }] },
    'tools[0]["x-y"]',
    'no such property',
    '1',
  ],
])(
  '%s is named with its path, what was expected and what was given',
  (_, change, path, expected, received) => {
    expect(findRequestIssues({ ...minimal, ...change })).toEqual([
      {
        path,
        received,
        expected:
          typeof expected === 'string' ? expected : (expect.stringMatching(expected) as string),
      },
    ]);
  },
);

test('every fault is reported, not the first alone', () => {
  const issues = findRequestIssues({ ...minimal, top_p: 2, temperature: -1, seed: 0 });
  expect(issues.map(({ path }) => path).sort()).toEqual(['seed', 'temperature', 'top_p']);
});

test('a long value is cut short in the message', () => {
  const [issue] = findRequestIssues({ ...minimal, tool_choice: 'x'.repeat(10_000) });
  expect(issue?.received.length).toBeLessThan(70);
});

test('what is not an object is no request', () => {
  for (const value of [null, 1, 'x', [], undefined]) {
    expect(findRequestIssues(value)).toHaveLength(1);
  }
});

const anything = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    0,
    1,
    2.5,
    -1,
    0.5,
    21,
    '',
    'auto',
    'stop',
    true,
    [],
    {},
    [1],
    ['a'],
  ),
  fc.constantFrom<unknown>(
    'user',
    'system',
    'assistant',
    'tool',
    'text',
    'file',
    'function',
    'json_schema',
    'json_object',
    'content',
  ),
);
const properties = Object.keys(document.components.schemas.ChatCompletionCreateParams.properties);
const part = fc.dictionary(fc.constantFrom('type', 'text', 'file', 'refusal', 'extra'), anything);
const toolCall = fc.dictionary(
  fc.constantFrom('id', 'type', 'function'),
  fc.oneof(anything, fc.dictionary(fc.constantFrom('name', 'arguments'), anything)),
);
const message = fc.dictionary(
  fc.constantFrom('role', 'content', 'name', 'tool_call_id', 'tool_calls', 'refusal', 'extra'),
  fc.oneof(anything, fc.array(part, { maxLength: 2 }), fc.array(toolCall, { maxLength: 2 })),
);
const nested = fc.dictionary(
  fc.constantFrom('type', 'function', 'json_schema', 'include_usage', 'content'),
  fc.oneof(
    anything,
    fc.dictionary(
      fc.constantFrom('name', 'schema', 'strict', 'parameters', 'description'),
      anything,
    ),
  ),
);
const request = fc
  .dictionary(
    fc.constantFrom(...properties),
    fc.oneof(anything, nested, fc.array(nested, { maxLength: 2 })),
    { maxKeys: 3 },
  )
  .chain((change) =>
    fc
      .oneof(fc.constant(minimal.messages as unknown), fc.array(message, { maxLength: 2 }))
      .map((messages): unknown => ({ ...minimal, messages, ...change })),
  );

test('it agrees with a complete JSON Schema validator on what is valid', () => {
  let valid = 0;
  fc.assert(
    fc.property(request, (value) => {
      const expected = oracle?.(value) === true;
      valid += expected ? 1 : 0;
      expect(findRequestIssues(value).length === 0).toBe(expected);
    }),
    { numRuns: 5_000 },
  );
  // The law says nothing unless both verdicts occur.
  expect(valid).toBeGreaterThan(100);
  expect(valid).toBeLessThan(4_900);
});

const json = fc.letrec<{ json: unknown; list: unknown; fields: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, 0, 1, '', 'a', true),
    tie('list'),
    tie('fields'),
  ),
  list: fc.array(tie('json'), { maxLength: 2 }),
  fields: fc.dictionary(fc.constantFrom('a', 'b'), tie('json'), {
    maxKeys: 2,
    noNullPrototype: true,
  }),
})).json;
const small: fc.Arbitrary<Schema> = fc.oneof(
  json.map((value) => ({ const: value })),
  fc.array(json, { minLength: 1, maxLength: 3 }).map((values) => ({ enum: values })),
  fc.constantFrom<Schema>({ type: 'string' }, { type: 'number' }, { type: ['number', 'null'] }),
  fc.constant<Schema>({ type: 'object', properties: { a: { type: 'string' } } }),
);
const united = fc.oneof(
  small,
  fc.array(small, { minLength: 1, maxLength: 3 }).map((oneOf) => ({ oneOf })),
  fc.array(small, { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
);

test('values are equal by what they hold, and of `oneOf` exactly one has to fit', () => {
  const judge = new Ajv2020({ strict: false, logger: false });
  fc.assert(
    fc.property(united, json, (schema, value) => {
      const isFit = judge.validate(schema, value);
      expect(check(value, schema, {}).length === 0).toBe(isFit);
    }),
    { seed: 7, numRuns: 1_500 },
  );
  const schema = { oneOf: [{ type: 'number' }, { const: 1 }] } as const;
  expect(check(1, schema, {})).toEqual([
    { path: '', expected: 'only one of a number or 1', received: '1' },
  ]);
});
