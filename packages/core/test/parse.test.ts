import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { type } from 'arktype';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createHermes, type Fetch, type HermesOptions, hostProfiles } from '../src/index.ts';
import { utf8 } from './bytes.ts';

const messages = [{ role: 'user' as const, content: 'Name a city.' }];
const native = { ...hostProfiles.aimlapi, schemas: 'json_schema' as const };
const City = z.object({ city: z.string(), people: z.int() });

interface Sent {
  messages: { role: string; content: string }[];
  response_format?: { type: string; json_schema?: { name: string; schema: unknown } };
}

/** A client whose host says these texts, one for each request, and what it was asked. */
function host(
  says: readonly (string | Record<string, unknown>)[],
  options: HermesOptions = {},
): { client: ReturnType<typeof createHermes>; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch: Fetch = (_, init) => {
    const said = says[sent.length];
    sent.push(JSON.parse(init?.body as string) as Sent);
    const choice =
      typeof said === 'string' ? { message: { role: 'assistant', content: said } } : said;
    const body = {
      id: `gen-${sent.length}`,
      object: 'chat.completion',
      created: 1,
      model: 'm',
      choices: [{ index: 0, finish_reason: 'stop', ...choice }],
    };
    return Promise.resolve(Response.json(body));
  };
  return { client: createHermes({ apiKey: 'test-key', host: native, fetch, ...options }), sent };
}

test.each([
  ['zod', City],
  ['arktype', type({ city: 'string', people: 'number.integer' })],
  [
    'valibot',
    toStandardJsonSchema(v.object({ city: v.string(), people: v.pipe(v.number(), v.integer()) })),
  ],
])(
  'an answer is parsed with a schema of %s, which the host is told',
  async (_, response_format) => {
    const { client, sent } = host(['{"city":"Faro","people":67000}']);
    const completion = await client.chat.completions.parse({ messages, response_format });
    expect(completion.choices[0].message.parsed).toEqual({ city: 'Faro', people: 67_000 });
    expect(sent[0]?.response_format).toMatchObject({
      type: 'json_schema',
      json_schema: {
        name: 'answer',
        schema: {
          type: 'object',
          properties: { city: { type: 'string' }, people: { type: 'integer' } },
          required: ['city', 'people'],
        },
      },
    });
    expect(JSON.stringify(sent[0])).not.toContain('$schema');
  },
);

test('a schema that transforms gives what it makes, and asks for what it takes', async () => {
  const { client, sent } = host(['{"day":"2026-01-02"}']);
  const response_format = z.object({
    day: z.string().transform((text) => new Date(text)),
    kind: z.enum(['work', 'rest']).default('rest'),
  });
  const { choices } = await client.chat.completions.parse({ messages, response_format });
  expect(choices[0].message.parsed).toEqual({ day: new Date('2026-01-02'), kind: 'rest' });
  expect(sent[0]?.response_format?.json_schema?.schema).toMatchObject({ required: ['day'] });
});

test('a schema that its library cannot say needs json_schema beside it', async () => {
  const { client, sent } = host(['{"city":"Faro"}']);
  const schema = v.object({ city: v.string() });
  const { completions } = client.chat;
  await expect(completions.parse({ messages, response_format: schema })).rejects.toMatchObject({
    code: 'invalid_options',
    path: 'response_format',
    message: expect.stringContaining('json_schema') as string,
  });
  expect(sent).toEqual([]);
  const json_schema = { type: 'object', properties: { city: { type: 'string' } } };
  const response_format = {
    schema,
    json_schema,
    name: 'city',
    description: 'A city',
    strict: true,
  };
  const { choices } = await completions.parse({ messages, response_format });
  expect(choices[0].message.parsed.city).toBe('Faro');
  expect(sent[0]?.response_format?.json_schema).toEqual({
    name: 'city',
    description: 'A city',
    strict: true,
    schema: json_schema,
  });
});

test('what JSON Schema cannot say is refused before anything is sent', async () => {
  const { client, sent } = host([]);
  const response_format = z.object({ day: z.date() });
  await expect(client.chat.completions.parse({ messages, response_format })).rejects.toMatchObject({
    code: 'invalid_options',
    message: expect.stringContaining('Date') as string,
  });
  await expect(
    client.chat.completions.parse({ messages, response_format: { type: 'json_object' } as never }),
  ).rejects.toMatchObject({ code: 'invalid_options', path: 'response_format' });
  expect(sent).toEqual([]);
});

test.each([
  ['json_object', { type: 'json_object' }],
  ['prompt', undefined],
] as const)('a host with %s alone reads the schema in the prompt', async (schemas, format) => {
  const profile = { ...hostProfiles.aimlapi, schemas };
  const { client, sent } = host(['{"city":"Faro","people":1}'], { host: profile });
  const given = [{ role: 'system' as const, content: 'Be brief.' }, ...messages];
  await client.chat.completions.parse({ messages: given, response_format: City });
  expect(sent[0]?.response_format).toEqual(format);
  expect(sent[0]?.messages).toHaveLength(2);
  expect(sent[0]?.messages[0]?.content).toMatch(
    /<schema>\n\{"type":"object".*\n<\/schema>\n\nBe brief\.$/s,
  );
});

test('prose and fences around the answer are passed over', async () => {
  const { client, sent } = host([
    'Sure:\n```json\n{"city":"Faro","people":1}\n```\nAnything else?',
  ]);
  const { choices } = await client.chat.completions.parse({ messages, response_format: City });
  expect(choices[0].message.parsed.city).toBe('Faro');
  expect(sent).toHaveLength(1);
});

test('an answer that does not fit is sent back with what is wrong, once', async () => {
  const { client, sent } = host(['{"city":"Faro","people":"many"}', '{"city":"Faro","people":2}']);
  const completion = await client.chat.completions.parse({ messages, response_format: City });
  expect(completion).toMatchObject({ id: 'gen-2' });
  expect(completion._rejected?.map(({ id, _request }) => [id, _request?.attempts])).toEqual([
    ['gen-1', 1],
  ]);
  expect(Object.keys(completion)).not.toContain('_rejected');
  expect(completion.choices[0].message.parsed.people).toBe(2);
  expect(sent[1]?.messages.slice(1)).toEqual([
    { role: 'assistant', content: '{"city":"Faro","people":"many"}' },
    { role: 'user', content: expect.stringMatching(/people: .*expected/) as string },
  ]);
});

test('when no answer fits, the error names the path and carries the last answer', async () => {
  const bad = '{"city":"Faro","people":"many"}';
  const { client, sent } = host([bad, bad, bad]);
  const asking = client.chat.completions.parse(
    { messages, response_format: City },
    { maxReasks: 2 },
  );
  await expect(asking).rejects.toMatchObject({
    code: 'invalid_output',
    path: 'people',
    message: expect.stringContaining('many') as string,
    partial: {
      id: 'gen-3',
      choices: [{ message: { content: bad } }],
      _rejected: [{ id: 'gen-1' }, { id: 'gen-2' }],
    },
  });
  expect(sent).toHaveLength(3);
});

test("Python's literals are not JSON and are never guessed at", async () => {
  const { client } = host(["{'city': 'Faro', 'people': 1}"]);
  const asking = client.chat.completions.parse(
    { messages, response_format: City },
    { maxReasks: 0 },
  );
  await expect(asking).rejects.toMatchObject({
    code: 'invalid_output',
    message: expect.stringContaining('at character 2') as string,
  });
});

test.each([
  [
    'length',
    { finish_reason: 'length', message: { role: 'assistant', content: '{"city":"Fa' } },
    'max_tokens',
  ],
  ['refusal', { message: { role: 'assistant', content: null, refusal: 'No.' } }, 'refused'],
  [
    'tool calls',
    {
      message: {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }],
      },
    },
    'runTools',
  ],
])('an answer that ends by %s is not asked for again', async (_, choice, word) => {
  const { client, sent } = host([choice, choice]);
  await expect(
    client.chat.completions.parse({ messages, response_format: City }),
  ).rejects.toMatchObject({
    code: 'invalid_output',
    message: expect.stringContaining(word) as string,
  });
  expect(sent).toHaveLength(1);
});

test('plain JSON Schema is checked here, and what cannot be checked is a warning', async () => {
  const warnings: unknown[] = [];
  const { client } = host(['{"tags":["a",1]}', '{"tags":["a"],"next":{"tags":[]}}'], {
    onWarning: (warning) => warnings.push([warning.code, warning.path]),
  });
  const schema = {
    type: 'object',
    properties: {
      tags: { type: 'array', items: { type: 'string' }, uniqueItems: true },
      next: { $ref: '#' },
    },
    required: ['tags'],
  };
  const { choices } = await client.chat.completions.parse({
    messages,
    response_format: { type: 'json_schema', json_schema: { name: 'tagged', schema } },
  });
  expect(choices[0].message.parsed).toEqual({ tags: ['a'], next: { tags: [] } });
  expect(warnings).toEqual([
    ['unknown_schema_keyword', 'response_format.json_schema.schema.properties.tags.uniqueItems'],
  ]);
});

/** A streamed answer whose deltas are these pieces, each in a network chunk of its own. */
function streaming(
  deltas: readonly object[],
  finish_reason = 'stop',
): ReturnType<typeof createHermes> {
  const events = [...deltas.map((delta) => ({ delta })), { delta: {}, finish_reason }].map(
    (choice) =>
      utf8(
        `data: ${JSON.stringify({ id: 'a', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, finish_reason: null, ...choice }] })}\n\n`,
      ),
  );
  let next = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const event = events[next++];
        if (event) controller.enqueue(event);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return createHermes({ apiKey: 'test-key', fetch: () => Promise.resolve(new Response(body)) });
}

const pieces = ['Sure: {"ci', 'ty":"Fa', 'ro","peop', 'le":67', '000}'].map((content) => ({
  content,
}));

test('a streamed answer gives its value as it grows', async () => {
  const stream = streaming(pieces).chat.completions.stream({ messages, response_format: City });
  expect(stream.partial()).toBeUndefined();
  const seen: unknown[] = [];
  for await (const part of stream) {
    if (part.type === 'text-delta') seen.push(structuredClone(stream.partial()));
  }
  expect(seen).toEqual([
    {},
    { city: 'Fa' },
    { city: 'Faro' },
    { city: 'Faro' },
    { city: 'Faro', people: 67_000 },
  ]);
  expect(await stream.finalParsed()).toEqual({ city: 'Faro', people: 67_000 });
});

test('the value is there too when it is first asked for at the end', async () => {
  const stream = streaming(pieces).chat.completions.stream({ messages, response_format: City });
  expect(await stream.finalParsed()).toEqual({ city: 'Faro', people: 67_000 });
  expect(stream.partial()).toEqual({ city: 'Faro', people: 67_000 });
});

test('JSON that turns out to be a thought is no part of the value', async () => {
  const thoughts = [{ content: 'Maybe {"city":"Lagos"}?' }, { content: '</think>' }];
  const stream = streaming([...thoughts, ...pieces]).chat.completions.stream({
    messages,
    reasoning: true,
    response_format: City,
  });
  const seen: unknown[] = [];
  for await (const _ of stream) seen.push(structuredClone(stream.partial()));
  expect(seen[0]).toEqual({ city: 'Lagos' });
  expect(stream.partial()).toEqual({ city: 'Faro', people: 67_000 });
  expect(await stream.finalParsed()).toEqual({ city: 'Faro', people: 67_000 });
});

test('a streamed answer that does not fit is an error at its end', async () => {
  const stream = streaming([{ content: '{"city":1}' }]).chat.completions.stream({
    messages,
    response_format: City,
  });
  await expect(stream.finalParsed()).rejects.toMatchObject({
    code: 'invalid_output',
    path: 'city',
  });
  expect(stream.partial()).toEqual({ city: 1 });
});

test('a schema that cannot be used fails the reading, not the call', async () => {
  const stream = streaming([]).chat.completions.stream({
    messages,
    response_format: v.object({ city: v.string() }),
  });
  await expect(stream.finalParsed()).rejects.toMatchObject({ code: 'invalid_options' });
});

test("tool arguments can be read while they grow, each call's by its index", async () => {
  const call = (index: number, json: string): object => ({
    tool_calls: [
      { index, id: `c${index}`, type: 'function', function: { name: 'find', arguments: json } },
    ],
  });
  const stream = streaming(
    [call(0, '{"city":"Fa'), call(1, '{"n":'), call(0, 'ro"}'), call(1, '12}')],
    'tool_calls',
  ).chat.completions.stream({
    messages,
    tools: [{ type: 'function', function: { name: 'find', parameters: { type: 'object' } } }],
  });
  const seen: unknown[] = [];
  for await (const part of stream) {
    if (part.type !== 'tool-call-delta') continue;
    seen.push(structuredClone([stream.toolArguments(0), stream.toolArguments(1)]));
  }
  expect(seen).toEqual([
    [{ city: 'Fa' }, undefined],
    [{ city: 'Fa' }, {}],
    [{ city: 'Faro' }, {}],
    [{ city: 'Faro' }, { n: 12 }],
  ]);
});
