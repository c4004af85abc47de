import type { WireChatRequest } from '@hermes4/core/internal';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySchema } from '../../../../test/any-schema.ts';
import { type Asked, MODEL, say, user } from '../../../../test/sim.ts';
import { Refusal } from '../../../refusal.ts';
import { planCalls } from './plan-calls.ts';

type Tools = NonNullable<WireChatRequest['tools']>;

const weather = tool('get_weather', 'Get the current weather for a city', {
  city: { type: 'string', description: 'The city' },
  unit: { type: 'string', enum: ['celsius', 'fahrenheit'] },
});
const time = tool('get_time', 'Get the current time in a city', { city: { type: 'string' } });
const flights = tool('search_flights', 'Search flights', {
  origin: { type: 'string' },
  destination: { type: 'string' },
  date: { type: 'string', format: 'date' },
  passengers: { type: 'integer', description: 'number of people', minimum: 1 },
});
const email = tool(
  'send_email',
  'Send an email to somebody',
  {
    to: { type: 'string', format: 'email' },
    subject: { type: 'string' },
    urgent: { type: 'boolean', description: 'Whether it is urgent' },
  },
  ['to', 'subject'],
);
const calculate = tool('calculate', 'Evaluate a math expression', {
  expression: { type: 'string' },
});
const search = tool('web_search', 'Search the web', {
  query: { type: 'string' },
  limit: { type: 'integer', description: 'maximum number of results' },
});
const tag = tool(
  'tag_photo',
  'Tag a photo',
  {
    photo_id: { type: 'integer' },
    labels: { type: 'array', items: { type: 'string' } },
  },
  ['photo_id', 'labels'],
);
const convert = tool(
  'convert_currency',
  'Convert money',
  {
    amount: { type: 'number' },
    from: { type: 'string', enum: ['USD', 'EUR', 'GBP'] },
  },
  ['amount', 'from'],
);
const TOOLS = [weather, time, flights, email, calculate, search, tag, convert];

describe('the calls that a question leads to', () => {
  it.each<[string, [string, object][]]>([
    ['What is the weather in Paris?', [['get_weather', { city: 'Paris' }]]],
    ["what's the weather like in new york right now", [['get_weather', { city: 'new york' }]]],
    [
      'Weather in Paris and London in °F',
      [
        ['get_weather', { city: 'Paris', unit: 'fahrenheit' }],
        ['get_weather', { city: 'London', unit: 'fahrenheit' }],
      ],
    ],
    ['weather in Oslo at 20 C', [['get_weather', { city: 'Oslo', unit: 'celsius' }]]],
    [
      'What is the weather in San Francisco, CA and what time is it in Tokyo?',
      [
        ['get_weather', { city: 'San Francisco, CA' }],
        ['get_time', { city: 'Tokyo' }],
      ],
    ],
    ['Use get_time for "Rio de Janeiro"', [['get_time', { city: 'Rio de Janeiro' }]]],
    [
      'Find flights from Berlin to New York on May 3, 2026 for 2 people',
      [
        [
          'search_flights',
          { origin: 'Berlin', destination: 'New York', date: '2026-05-03', passengers: 2 },
        ],
      ],
    ],
    [
      'flights to Rome from Oslo, 2026-12-24',
      [['search_flights', { origin: 'Oslo', destination: 'Rome', date: '2026-12-24' }]],
    ],
    [
      'Send an email to ada@example.com with subject "Hi there"',
      [['send_email', { to: 'ada@example.com', subject: 'Hi there' }]],
    ],
    [
      'Email bob@example.org, subject: Lunch. It is not urgent',
      [['send_email', { to: 'bob@example.org', subject: 'Lunch', urgent: false }]],
    ],
    ['What is 12 * (3 + 4)?', [['calculate', { expression: '12 * (3 + 4)' }]]],
    ['Search the web for hermes 4, limit 5', [['web_search', { query: 'hermes 4', limit: 5 }]]],
    [
      'Tag photo id 42 with labels "sea" and "sun"',
      [['tag_photo', { photo_id: 42, labels: ['sea', 'sun'] }]],
    ],
    ['Convert 20 euros', [['convert_currency', { amount: 20, from: 'EUR' }]]],
    ['Hello, who are you?', []],
    ['Tell me a joke', []],
  ])('%s', (question, expected) => {
    const calls = callsFor({ messages: [user(question)], tools: TOOLS.map(optional) });
    expect(calls).toEqual(expected);
  });

  it('make one call where parallel calls are not wanted', () => {
    const asked = { messages: [user('weather in Paris and London')], tools: [weather] };
    expect(callsFor(asked).length).toBe(2);
    expect(callsFor({ ...asked, parallel_tool_calls: false }).length).toBe(1);
  });

  it('make none when told so, and one at least when told so', () => {
    const asked = { messages: [user('Hello')], tools: TOOLS };
    expect(callsFor(asked)).toEqual([]);
    expect(
      callsFor({ ...asked, messages: [user('weather in Paris')], tool_choice: 'none' }),
    ).toEqual([]);
    expect(callsFor({ ...asked, tool_choice: 'required' }).length).toBe(1);
    const named = { type: 'function' as const, function: { name: 'calculate' } };
    expect(callsFor({ ...asked, tool_choice: named }).map(([name]) => name)).toEqual(['calculate']);
  });

  it('invent what must be there and was not said, openly', () => {
    const [call] = callsFor({ messages: [user('What is the weather?')], tools: [weather] });
    expect(call?.[1]).toEqual({
      city: expect.stringMatching(/simulated|made-up|invented|placeholder/) as string,
      unit: expect.any(String) as string,
    });
  });

  it('refuse a tool that is not there, and a call where there are no tools', () => {
    const named = { type: 'function' as const, function: { name: 'other' } };
    expect(() => callsFor({ messages: [], tools: [weather], tool_choice: named })).toThrow(
      /tool_choice.function.name.*"other"/,
    );
    expect(() => callsFor({ messages: [], tool_choice: 'required' })).toThrow(/there are no tools/);
  });

  it('refuse parameters that cannot be kept to, by name, and only where they are called', () => {
    const odd = tool('odd', 'Odd', { a: { type: 'string', madeUp: 1 } });
    expect(() =>
      callsFor({
        messages: [user('call odd')],
        tools: [weather, odd],
        tool_choice: { type: 'function', function: { name: 'odd' } },
      }),
    ).toThrow(
      expect.objectContaining({
        status: 400,
        message: expect.stringMatching(
          /^tools\[1\]\.function\.parameters\.properties\.a\.madeUp: /,
        ) as string,
      }),
    );
    expect(
      callsFor({ messages: [user('weather in Paris')], tools: [optional(weather), odd] }).length,
    ).toBe(1);
  });

  it('have arguments that keep to their schema, whatever it is and whatever was said', () => {
    const ajv = new Ajv2020({ strict: false, logger: false });
    let called = 0;
    fc.assert(
      fc.property(anySchema(), fc.string({ unit: 'binary' }), (schema, text) => {
        const parameters = typeof schema === 'object' ? (schema as Record<string, unknown>) : {};
        const odd = { type: 'function' as const, function: { name: 'f', parameters } };
        const asked = {
          messages: [user(`${text} a: 5, b is "x", kind = true`)],
          tools: [odd],
          tool_choice: 'required' as const,
        };
        for (const { arguments: variants } of attempt(asked)) {
          called += 1;
          for (const one of variants) {
            expect(Array.isArray(one)).toBe(false);
            expect(judge(ajv, parameters, one), JSON.stringify([parameters, one])).not.toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(called).toBeGreaterThan(100);
  });
});

describe('after the tools', () => {
  const question = user('What is the weather in Paris?');
  const call = {
    id: 'c1',
    type: 'function' as const,
    function: { name: 'get_weather', arguments: '{"city":"Paris"}' },
  };
  const turn: WireChatRequest['messages'] = [
    question,
    { role: 'assistant', tool_calls: [call] },
    { role: 'tool', tool_call_id: 'c1', content: '{"temperature":20}' },
  ];

  it('the results are quoted, with the names of the tools, and nothing is called', () => {
    const answer = say({ messages: turn, tools: TOOLS });
    expect(answer).toContain('“{"temperature":20}”');
    expect(answer).toContain('get_weather');
    expect(answer).not.toContain('<tool_call>');
  });

  it('every result is quoted, and none that is older than the last question', () => {
    const second = { ...call, id: 'c2', function: { name: 'get_time', arguments: '{}' } };
    const both: WireChatRequest['messages'] = [
      question,
      { role: 'assistant', tool_calls: [call, second] },
      { role: 'tool', tool_call_id: 'c1', content: 'sunny' },
      { role: 'tool', tool_call_id: 'c2', content: 'noon' },
    ];
    expect(say({ messages: both })).toMatch(/“sunny”.*“noon”/);
    expect(say({ messages: [...both, user('Thanks')] })).not.toContain('sunny');
  });

  it('a demanded call is another one, or is refused: an answered call is never made again', () => {
    const only = [optional(weather)];
    const again = { messages: turn, tools: only, tool_choice: 'required' as const };
    expect(() => callsFor(again)).toThrow(
      expect.objectContaining({
        status: 400,
        message: expect.stringContaining('answered every call') as string,
      }),
    );
    const both = [question.content, 'and London?'].join(' ');
    const rest = callsFor({ ...again, messages: [user(both), ...turn.slice(1)] });
    expect(rest).toEqual([['get_weather', { city: 'London' }]]);
  });

  it('a new question may lead to the same call', () => {
    const later = [...turn, { role: 'assistant' as const, content: '20 degrees.' }, question];
    expect(callsFor({ messages: later, tools: [optional(weather)] })).toEqual([
      ['get_weather', { city: 'Paris' }],
    ]);
  });
});

/** The calls in what the simulator writes, as the client reads them. */
function callsFor(asked: Asked): [string, unknown][] {
  return [...say(asked).matchAll(/<tool_call>\n(.*)\n<\/tool_call>/g)].map(([, json = '']) => {
    const call = JSON.parse(json) as { name: string; arguments: unknown };
    return [call.name, call.arguments];
  });
}

function attempt(asked: Asked): ReturnType<typeof planCalls> {
  try {
    return planCalls({ model: MODEL, messages: [], ...asked });
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** What the validator says; `undefined` where it fails on a schema that turns in circles. */
function judge(ajv: Ajv2020, schema: object, value: unknown): boolean | undefined {
  try {
    return ajv.validate(schema, value);
  } catch {
    return undefined;
  }
}

function tool(
  name: string,
  description: string,
  properties: object,
  required = Object.keys(properties),
): Tools[number] {
  return {
    type: 'function',
    function: { name, description, parameters: { type: 'object', properties, required } },
  };
}

/** The same tool, of which only the first parameter must be there. */
function optional({ type, function: definition }: Tools[number]): Tools[number] {
  const { parameters } = definition;
  const required = (parameters['required'] as string[])
    .slice(0, definition.name === 'get_weather' ? 1 : undefined)
    .filter((name) => !['passengers', 'limit'].includes(name));
  return { type, function: { ...definition, parameters: { ...parameters, required } } };
}
