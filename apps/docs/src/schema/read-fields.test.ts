import { describe, expect, it } from 'vitest';
import type { Field } from './field.ts';
import type { Resolver } from './open-api.ts';
import { readInside } from './read-fields.ts';
import { titleOf, typeLabel } from './type-label.ts';

const SCHEMAS: Readonly<Record<string, unknown>> = {
  Tree: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', minLength: 1, description: 'What it is called.' },
      children: { type: 'array', items: { $ref: '#/Tree' } },
    },
  },
  ChatCompletionUserMessageParam: {
    type: 'object',
    properties: { role: { const: 'user' }, content: { type: 'string' } },
  },
  Tool: { type: 'object', properties: { id: { type: 'string' } } },
};

const resolve: Resolver = (value) => {
  const { $ref } = (value ?? {}) as { $ref?: string };
  return $ref === undefined ? value : SCHEMAS[$ref.replace('#/', '')];
};

const ref = (name: string): object => ({ $ref: `#/${name}` });
const idsOf = (fields: readonly Field[]): string[] =>
  fields.flatMap(({ id, fields: inner }) => [id, ...idsOf(inner)]);

describe('the fields of a schema', () => {
  it('are its members, each with an id that says where it is', () => {
    const { fields } = readInside(ref('Tree'), '', resolve);
    expect(fields[0]).toMatchObject({
      id: 'name',
      isRequired: true,
      type: 'string',
      facts: ['at least 1 character'],
      description: 'What it is called.',
    });
    expect(fields[1]).toMatchObject({ id: 'children', isRequired: false, type: 'Tree[]' });
  });

  it('come to an end where a schema contains itself, and say where it was told', () => {
    const { fields } = readInside({ properties: { root: ref('Tree') } }, '', resolve);
    expect(idsOf(fields)).toEqual(['root', 'root.name', 'root.children']);
    expect(fields[0]?.fields[1]?.again).toEqual({ title: 'Tree', id: 'root' });
  });

  it('tell the bounds of a list’s entries, and examples', () => {
    const stop = {
      type: 'array',
      maxItems: 4,
      items: { type: 'string', minLength: 1 },
      examples: [['END'], 'x'.repeat(100)],
    };
    const { fields } = readInside({ properties: { stop } }, '', resolve);
    expect(fields[0]?.facts).toEqual([
      'at most 4 entries',
      'each at least 1 character',
      'for example ["END"]',
    ]);
  });

  it('are put together from all parts of an allOf, what is required included', () => {
    const both = {
      allOf: [ref('Tool'), { properties: { more: { type: 'null' } }, required: ['more'] }],
    };
    const { fields } = readInside(both, '', resolve);
    expect(fields.map(({ name, isRequired }) => [name, isRequired]).toSorted()).toEqual([
      ['id', false],
      ['more', true],
    ]);
  });

  it('are told by form where there are several, and directly where only one holds members', () => {
    const several = { oneOf: [ref('Tree'), ref('ChatCompletionUserMessageParam')] };
    const { forms } = readInside(several, 'x', resolve);
    expect(forms.map(({ title, id }) => [title, id])).toEqual([
      ['Tree', 'x.tree'],
      ['User message', 'x.user-message'],
    ]);
    const one = { anyOf: [{ type: 'null' }, ref('Tool')] };
    expect(idsOf(readInside(one, 'x', resolve).fields)).toEqual(['x.id']);
  });
});

describe('the type of a schema', () => {
  it.each<[unknown, string]>([
    [{ type: 'string' }, 'string'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ const: 'user' }, '"user"'],
    [{ enum: ['a', 1] }, '"a" | 1'],
    [{ type: 'array', items: { type: 'string' } }, 'string[]'],
    [{ type: 'array', items: { oneOf: [ref('Tree'), ref('Tool')] } }, '(Tree | Tool)[]'],
    [
      { anyOf: [{ type: 'string' }, ref('ChatCompletionUserMessageParam'), { type: 'string' }] },
      'string | User message',
    ],
    [{ properties: {} }, 'object'],
    [{}, 'any'],
  ])('of %j is %s', (schema, label) => {
    expect(typeLabel(schema, resolve)).toBe(label);
  });

  it.each([
    ['ChatCompletionContentPartText', 'Text part'],
    ['ChatCompletionContentPart', 'Content part'],
    ['APIKeyCreateParams', 'API key create'],
    ['ResponseFormatJSONSchema', 'Response format JSON schema'],
  ])('is named after %s in words: %s', (name, words) => {
    expect(titleOf(name)).toBe(words);
  });
});
