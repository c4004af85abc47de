import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

type JSONValue = string | number | boolean | null | JSONValue[] | { [key: string]: JSONValue };
type JSONObject = Record<string, JSONValue>;

interface Case {
  readonly name: string;
  readonly schema: string;
  readonly value: JSONValue;
}

const source = readFileSync(new URL('hermes-4.yaml', import.meta.url), 'utf8');
const document = parse(source) as JSONObject;

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
ajv.addVocabulary(['discriminator', ...Object.keys(document)]);
ajv.addSchema(document, 'hermes-4');

describe('the examples of the API document', () => {
  const cases = examplesIn(document, '#');

  const named = cases.map((example) => [example.name, example] as const);

  it.each(named)('%s is what its place allows', (_, { schema, value }) => {
    expect(problems(schema, value)).toEqual([]);
  });

  it('are all shown somewhere', () => {
    const shown = new Set(source.match(/(?<=#\/components\/examples\/)\w+/g));
    const unused = Object.keys(objectAt('#/components/examples')).filter(
      (name) => !shown.has(name),
    );
    expect(unused).toEqual([]);
  });

  it('include each request parameter', () => {
    const parameters = Object.keys(
      objectAt('#/components/schemas/ChatCompletionCreateParams/properties'),
    );
    const requests = cases.filter(({ schema }) => schema.includes('/requestBody/'));
    const shown = new Set(requests.flatMap(({ value }) => Object.keys(asObject(value))));
    expect(parameters.filter((name) => !shown.has(name))).toEqual([]);
  });

  it('show the stream as it comes over the wire, ending with [DONE]', () => {
    const stream = objectAt('#/components/examples/WholeStream')['value'];
    expect(stream).toMatch(/^: .*\n\n(data: .*\n\n)+data: \[DONE\]\n\n$/);
  });
});

describe('the request schema', () => {
  const hello = asObject(objectAt('#/components/examples/HelloRequest')['value']!);
  const system = { role: 'system', content: 'Be brief.' };
  const tool = { type: 'function', function: { name: 'f', parameters: {} } };

  it.each<[string, JSONObject]>([
    ['a top_p of 0', { top_p: 0 }],
    ['a top_p above 1', { top_p: 1.01 }],
    ['a temperature above 2', { temperature: 2.1 }],
    ['a min_p of 1', { min_p: 1 }],
    ['a seed of 0', { seed: 0 }],
    ['a seed with a fraction', { seed: 1.5 }],
    ['an empty token budget', { max_completion_tokens: 0 }],
    ['21 top_logprobs', { top_logprobs: 21 }],
    ['a frequency_penalty below -2', { frequency_penalty: -2.1 }],
    ['another model', { model: 'gpt-4o' }],
    ['messages that are not a list', { messages: 'Hello' }],
    ['an unknown role', { messages: [{ role: 'critic', content: 'No.' }] }],
    ['an unknown key on a system message', { messages: [{ ...system, mood: 'calm' }] }],
    ['a system message without content', { messages: [{ role: 'system' }] }],
    ['a tool message without a call id', { messages: [{ role: 'tool', content: '4' }] }],
    [
      'an assistant message whose content is null',
      { messages: [{ role: 'assistant', content: null }] },
    ],
    ['an image', { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: {} }] }] }],
    ['stream options that say nothing', { stream_options: {} }],
    ['a function without parameters', { tools: [{ type: 'function', function: { name: 'f' } }] }],
    ['an unknown key on a tool', { tools: [{ ...tool, color: 'red' }] }],
    ['an unknown tool choice', { tool_choice: 'any' }],
    ['an unknown response format', { response_format: { type: 'xml' } }],
    ['a JSON schema format without a schema', { response_format: { type: 'json_schema' } }],
  ])('rejects %s', (_, change) => {
    expect(requestProblems({ ...hello, ...change })).not.toEqual([]);
  });

  it.each(['model', 'messages'])('rejects a request without %s', (key) => {
    const rest = Object.fromEntries(Object.entries(hello).filter(([name]) => name !== key));
    expect(requestProblems(rest)).not.toEqual([]);
  });

  it.each<[string, JSONObject]>([
    ['an unknown key on the body', { user: 'ana' }],
    [
      'an unknown key on a user message',
      { messages: [{ role: 'user', content: 'Hi', mood: 'calm' }] },
    ],
    ['an assistant message of a role alone', { messages: [{ role: 'assistant' }] }],
    ['no messages at all in the list', { messages: [] }],
    ['a penalty that is null', { presence_penalty: null }],
    ['a stop that is null', { stop: null }],
    [
      'both ends of a range',
      { top_p: 0.01, temperature: 2, min_p: 0.001, top_logprobs: 20, seed: 1 },
    ],
  ])('accepts %s', (_, change) => {
    expect(requestProblems({ ...hello, ...change })).toEqual([]);
  });
});

/** Every example below a value: those of media types by reference, those of schemas in place. */
function examplesIn(value: JSONValue | undefined, at: string): Case[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => examplesIn(item, `${at}/${index}`));
  if (typeof value !== 'object' || value === null) return [];
  const { examples = {}, ...rest } = value;
  const below = Object.entries(rest).flatMap(([key, child]) =>
    examplesIn(child, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
  if (Array.isArray(examples)) {
    return [
      ...below,
      ...examples.map((example) => ({
        name: `The example of ${at.replace(/^#.components.|.schema$|properties./g, '')}`,
        schema: at,
        value: example,
      })),
    ];
  }
  if (!('schema' in rest)) return below;
  const named = Object.values(asObject(examples)).map(
    (reference) => asObject(reference)['$ref'] as string,
  );
  return [...below, ...named.flatMap((pointer) => casesOf(pointer, `${at}/schema`))];
}

function casesOf(pointer: string, schema: string): Case[] {
  const name = pointer.split('/').at(-1) ?? pointer;
  const value = objectAt(pointer)['value'] ?? null;
  const isRawStream = schema.includes('event-stream') && typeof value === 'string';
  if (!isRawStream) return [{ name, schema, value }];
  const events = [...value.matchAll(/^data: (?!\[DONE\])(.*)$/gm)];
  return events.map(([, data = ''], index) => ({
    name: `${name}, event ${index + 1},`,
    schema,
    value: JSON.parse(data) as JSONValue,
  }));
}

function requestProblems(request: JSONObject): string[] {
  return problems('#/components/schemas/ChatCompletionCreateParams', request);
}

function problems(schema: string, value: JSONValue): string[] {
  const validate = ajv.compile({ $ref: `hermes-4${encodeURI(schema)}` });
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

function objectAt(pointer: string): JSONObject {
  const keys = pointer.split('/').slice(1);
  return keys.reduce((node, key) => asObject(node[key] ?? null), document);
}

function asObject(value: JSONValue): JSONObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`Expected an object, found ${JSON.stringify(value)}.`);
  }
  return value;
}
