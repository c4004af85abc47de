import { describe, expect, test } from 'vitest';
import { createNormalizer } from '../src/normalize/create-normalizer.ts';
import { answer, asked, chunk, chunksOf, fold, partsFrom, plain, told, whole } from './told.ts';

const detail = (text: string, more: object = {}): object => ({
  type: 'reasoning.text',
  text,
  index: 0,
  ...more,
});

describe('reasoning in fields', () => {
  test.each<[string, object[], string, string | null]>([
    ['reasoning_content', [{ reasoning_content: 'a' }, { reasoning_content: 'b' }], 'ab', null],
    ['reasoning', [{ reasoning: 'a' }, { reasoning: 'b' }, { content: 'c' }], 'ab', 'c'],
    ['thinking', [{ thinking: 'a' }, { thinking: 'b' }], 'ab', null],
    [
      'details alone',
      [{ reasoning_details: [detail('a')] }, { reasoning_details: [detail('b')] }],
      'ab',
      null,
    ],
    [
      'a summary',
      [{ reasoning_details: [{ type: 'reasoning.summary', summary: 'a' }] }],
      'a',
      null,
    ],
    [
      'a field and details',
      [
        { reasoning: 'a', reasoning_details: [detail('a')] },
        { reasoning: 'b', reasoning_details: [detail('b')] },
      ],
      'ab',
      null,
    ],
    [
      'two names',
      [
        { reasoning: 'a', reasoning_content: 'a' },
        { reasoning: 'b', reasoning_content: 'b' },
      ],
      'ab',
      null,
    ],
    [
      'details that lag behind',
      [
        { reasoning: 'abc' },
        { reasoning_details: [detail('ab')] },
        { reasoning: 'd', reasoning_details: [detail('cd')] },
      ],
      'abcd',
      null,
    ],
    [
      'details that run ahead',
      [
        { reasoning: 'a', reasoning_details: [detail('abc')] },
        { reasoning: 'bc' },
        { reasoning: 'd' },
      ],
      'abcd',
      null,
    ],
    [
      'the whole once more at the end',
      [{ reasoning: 'a' }, { reasoning: 'b' }, { reasoning_details: [detail('ab')] }],
      'ab',
      null,
    ],
    [
      'two fields that take turns',
      [{ reasoning: 'xa' }, { thinking: 'b' }, { reasoning: 'c' }],
      'xabc',
      null,
    ],
    [
      'fields and tags',
      [{ reasoning: 'a b', content: '<think>' }, { content: '\na b\n</think>' }, { content: 'c' }],
      'a b\n',
      'c',
    ],
    [
      'tags, then fields',
      [{ content: '<think>a b</th' }, { content: 'ink>c', reasoning: 'a b' }],
      'a b',
      'c',
    ],
    [
      'fields, and other thoughts in tags',
      [
        { reasoning: 'The user asks.' },
        { content: '<think>The cat' },
        { content: ' sat.</think>c' },
      ],
      'The user asks.The cat sat.',
      'c',
    ],
    [
      'fields, and a leftover close tag',
      [{ reasoning: 'a' }, { content: '\n</think>\n\nb' }],
      'a',
      '\n\nb',
    ],
    [
      'fields, and a close tag that is meant',
      [{ reasoning: 'a' }, { content: 'the </think> tag' }],
      'a',
      'the </think> tag',
    ],
    ['null and empty beside text', [{ reasoning: null, thinking: '', content: 'c' }], '', 'c'],
  ])('%s', (_, deltas, reasoning, content) => {
    const folded = fold([...deltas.map((delta) => chunk(delta)), chunk({}, 'stop')], asked);
    expect(told(folded)).toMatchObject({ content, reasoning: reasoning || null });
    expect(Object.keys(folded.choices[0]?.message ?? {})).not.toContain('reasoning');
  });

  test('other names leave the message, and the details stay, joined as a whole answer has them', () => {
    const sealed = { type: 'reasoning.encrypted', data: 'x', index: 1 };
    const stream = fold([
      chunk({
        reasoning: 'a',
        thinking: 'a',
        reasoning_details: [detail('a', { signature: null })],
      }),
      chunk({ reasoning: 'b', reasoning_details: [detail('b', { signature: 's' })] }),
      chunk({ reasoning_details: [sealed] }),
      chunk({ reasoning_details: [{ ...sealed, data: 'y' }] }, 'stop'),
    ]);
    const message = {
      role: 'assistant',
      content: null,
      reasoning: 'ab',
      refusal: null,
      reasoning_details: [detail('ab', { signature: 's' }), sealed, { ...sealed, data: 'y' }],
    };
    expect(stream).toEqual(whole(answer(message)));
    expect(stream.choices[0]?.message).toEqual({
      ...message,
      reasoning: undefined,
      reasoning_content: 'ab',
    });
  });

  test('what is no text is no reasoning, and is kept', () => {
    const message = fold([chunk({ thinking: { type: 'enabled' }, content: 'a' }, 'stop')])
      .choices[0]?.message;
    expect(message).toMatchObject({ thinking: { type: 'enabled' }, reasoning_content: null });
  });
});

describe('native tool calls', () => {
  const part = (
    index?: number | null,
    id?: string | null,
    name?: string | null,
    args?: string | null,
  ): object => ({
    ...(index !== undefined && { index }),
    ...(id !== undefined && { id }),
    function: {
      ...(name !== undefined && { name }),
      ...(args !== undefined && { arguments: args }),
    },
  });
  test.each<[string, object[][], [string, string][]]>([
    [
      'as documented',
      [
        [part(0, 'a', 'f', '')],
        [part(0, undefined, undefined, '{"x":')],
        [part(0, null, null, '1}')],
      ],
      [['f', '{"x":1}']],
    ],
    [
      'the name alone, then arguments',
      [[part(0, 'a', 'f')], [part(0, undefined, undefined, '{}')]],
      [['f', '{}']],
    ],
    [
      'never any arguments',
      [[part(0, 'a', 'f')], [part(1, 'b', 'g', '')]],
      [
        ['f', '{}'],
        ['g', '{}'],
      ],
    ],
    ['null for arguments', [[part(0, 'a', 'f', null)]], [['f', '{}']]],
    [
      'interleaved',
      [
        [part(0, 'a', 'f', '[')],
        [part(1, 'b', 'g', '{')],
        [part(0, null, null, ']')],
        [part(1, null, null, '}')],
      ],
      [
        ['f', '[]'],
        ['g', '{}'],
      ],
    ],
    [
      'no index anywhere',
      [
        [part(undefined, 'a', 'f', '{')],
        [part(undefined, undefined, undefined, '}')],
        [part(undefined, 'b', 'g', '{}')],
      ],
      [
        ['f', '{}'],
        ['g', '{}'],
      ],
    ],
    [
      'no index in what follows',
      [[part(0, 'a', 'f', '{')], [part(undefined, undefined, undefined, '}')]],
      [['f', '{}']],
    ],
    [
      'no index in the first',
      [[part(undefined, 'a', 'f', '{')], [part(0, undefined, undefined, '}')]],
      [['f', '{}']],
    ],
    [
      'no index and no id',
      [
        [part(undefined, undefined, 'f', '{}'), part(undefined, undefined, 'f', '{}')],
        [part(undefined, undefined, 'g', '{}')],
      ],
      [
        ['f', '{}'],
        ['f', '{}'],
        ['g', '{}'],
      ],
    ],
    [
      'every index 0',
      [[part(0, 'a', 'f', '{}')], [part(0, 'b', 'g', '{')], [part(0, 'b', undefined, '}')]],
      [
        ['f', '{}'],
        ['g', '{}'],
      ],
    ],
    ['an id in each fragment', [[part(0, 'a', 'f', '{')], [part(0, 'a', 'f', '}')]], [['f', '{}']]],
    [
      'an id that comes late',
      [[part(0, undefined, 'f', '{')], [part(0, 'a', undefined, '}')]],
      [['f', '{}']],
    ],
    ['an index that begins at 1', [[part(1, 'a', 'f', '{}')]], [['f', '{}']]],
    ['an index of null', [[part(null, 'a', 'f', '{}')]], [['f', '{}']]],
  ])('%s', (_, deltas, calls) => {
    const chunks = [...deltas.map((tool_calls) => chunk({ tool_calls })), chunk({}, 'tool_calls')];
    const completion = fold(chunks);
    expect(told(completion).calls.map((call) => [call.name, call.arguments])).toEqual(calls);
    const made = completion.choices[0]?.message.tool_calls ?? [];
    expect(new Set(made.map((call) => call.id)).size).toBe(calls.length);
    for (const call of made)
      expect(call).toMatchObject({ type: 'function', id: expect.any(String) as string });
    const parts = partsFrom(chunks).flatMap((one) => (one.type === 'tool-call-delta' ? [one] : []));
    calls.forEach(([, args], index) => {
      const own = parts.filter((one) => one.index === index);
      expect(own.map((one) => one.arguments).join('')).toBe(args);
      expect(own[0]?.id).toBe(made[index]?.id);
    });
  });

  test('whole calls may all claim the same place, and may hand the arguments over as an object', () => {
    const calls = [
      { index: 0, function: { name: 'f', arguments: { x: 1 } } },
      { index: 0, function: { name: 'f' } },
    ];
    expect(told(whole(answer({ content: '', tool_calls: calls }))).calls).toMatchObject([
      { name: 'f', arguments: '{"x":1}' },
      { name: 'f', arguments: '{}' },
    ]);
  });

  test('a call that the token limit cuts off is not taken for one without arguments', () => {
    const chunks = [chunk({ tool_calls: [part(0, 'a', 'f', '')] }), chunk({}, 'length')];
    expect(told(fold(chunks)).calls).toMatchObject([{ arguments: '' }]);
  });

  test('beside native calls, tags in the text are talk', () => {
    const text = '<tool_call>{"name":"get_time"}</tool_call>';
    const message = { content: text, tool_calls: [{ id: 'a', ...part(0, 'a', 'get_time', '{}') }] };
    expect(told(whole(answer(message), asked))).toMatchObject({
      content: text,
      calls: [{ origin: 'native' }],
    });
  });

  test('calls that stood in the text and come again in fields are told once', () => {
    const text = '<tool_call>{"name":"get_time","arguments":{"zone": "UTC","at":1}}</tool_call>';
    const copy = [
      part(0, 'a', 'get_time', '{"at":1,'),
      part(0, undefined, undefined, '"zone":"UTC"}'),
    ];
    const other = part(1, 'b', 'get_time', '{"zone":"CET"}');
    const deltas = [text, ''].map((content) => ({ content }));
    const chunks = [...deltas, ...[...copy, other].map((call) => ({ tool_calls: [call] }))];
    const folded = told(
      fold([...chunks.map((delta) => chunk(delta)), chunk({}, 'tool_calls')], asked),
    );
    expect(folded).toMatchObject({
      content: null,
      calls: [
        { name: 'get_time', arguments: '{"zone": "UTC","at":1}', origin: 'inline' },
        { name: 'get_time', arguments: '{"zone":"CET"}', origin: 'native' },
      ],
      finish: 'tool_calls',
    });
  });

  test('of two calls alike in fields, one in the text answers for one', () => {
    const text = '<tool_call>{"name":"get_time"}</tool_call>';
    const native = ['a', 'b'].map((id, index) => part(index, id, 'get_time', ''));
    const chunks = [chunk({ content: text }), chunk({ tool_calls: native }, 'tool_calls')];
    expect(told(fold(chunks, asked)).calls.map(({ origin }) => origin)).toEqual([
      'inline',
      'native',
    ]);
  });

  test('the model may think again after a call', () => {
    const chunks = [
      { content: 'a' },
      { tool_calls: [part(0, 'a', 'f', '{}')] },
      { content: '<think>b</think>c' },
    ];
    expect(told(fold(chunks.map((delta) => chunk(delta))))).toMatchObject({
      content: 'ac',
      reasoning: 'b',
    });
  });
});

describe('the rest of a chunk', () => {
  test.each([
    ['stop', 'stop', undefined],
    ['end_turn', 'stop', 'end_turn'],
    ['eos', 'stop', 'eos'],
    ['max_tokens', 'length', 'max_tokens'],
    ['function_call', 'tool_calls', 'function_call'],
    ['tool_use', 'tool_calls', 'tool_use'],
    ['sensitive', 'sensitive', undefined],
    ['constructor', 'constructor', undefined],
    [null, null, undefined],
    ['', null, ''],
    [7, null, undefined],
  ])('finish reason %j is %j', (wire, finish, native) => {
    const [choice] = fold([chunk({ content: 'a' }, wire)]).choices;
    expect(choice?.finish_reason).toBe(finish);
    expect(choice?.native_finish_reason).toBe(native);
  });

  test("a host's own native reason stays", () => {
    const value = chunk({}, 'end_turn') as { choices: object[] };
    Object.assign(value.choices[0]!, { native_finish_reason: 'STOP' });
    expect(fold([value]).choices[0]).toMatchObject({
      finish_reason: 'stop',
      native_finish_reason: 'STOP',
    });
  });

  test('usage comes anywhere, as numbers or text; cost comes alone', () => {
    const usage = {
      prompt_tokens: '2',
      completion_tokens: 3,
      total_tokens: '5',
      cost: '0.1',
      completion_tokens_details: { reasoning_tokens: '1' },
    };
    const completion = fold([
      { ...chunk({ content: 'a' }), usage: null },
      { id: 'c', choices: [], usage },
      { meta: { usage: { credits_used: 7 } } },
      { ...chunk({}, 'stop'), usage: 'none' },
    ]);
    expect(completion).toMatchObject({
      meta: { usage: { credits_used: 7 } },
      usage: {
        prompt_tokens: 2,
        completion_tokens: 3,
        total_tokens: 5,
        cost: '0.1',
        completion_tokens_details: { reasoning_tokens: 1 },
      },
    });
  });

  test('content may be a list of parts', () => {
    const content = [
      { type: 'thinking', thinking: [{ type: 'text', text: 'a' }] },
      { type: 'text', text: 'b' },
      'c',
      { type: 'image_url' },
      null,
    ];
    expect(told(fold([chunk({ content }, 'stop')]))).toMatchObject({
      content: 'bc',
      reasoning: 'a',
    });
  });

  test('unknown fields are kept, in the order that they grow', () => {
    const completion = fold([
      { ...chunk({ content: 'a', audio_text: 'x', extra: { n: 1 } }), provider: 'P' },
      { ...chunk({ content: 'b', audio_text: 'y' }, 'stop'), flag: true },
    ]);
    expect(completion).toMatchObject({ provider: 'P', flag: true });
    expect(completion.choices[0]?.message).toMatchObject({
      content: 'ab',
      audio_text: 'xy',
      extra: { n: 1 },
    });
  });

  test('a choice with an error ends the answer with it, after what it said', () => {
    const value = chunk({ content: 'a' }, 'error') as { choices: object[] };
    Object.assign(value.choices[0]!, { error: { code: 502, message: 'gone' } });
    const { items, done, failure } = createNormalizer(plain).push({ items: [value], done: false });
    expect(items).toHaveLength(1);
    expect(done).toBe(true);
    expect(failure).toMatchObject({ code: 'overloaded', status: 502 });
  });

  test('several choices are read apart', () => {
    const value = (a: string, b: string): object => ({
      id: 'c',
      choices: [
        { index: 1, delta: { content: b } },
        { index: 0, delta: { content: a } },
      ],
    });
    const completion = fold([value('<th', '1'), value('ink>x</think>y', '2')]);
    expect(
      completion.choices.map(({ message }) => [message.reasoning_content, message.content]),
    ).toEqual([
      ['x', 'y'],
      [null, '12'],
    ]);
  });
});

describe('the untouched value', () => {
  test('a chunk in the normal form passes as the same object', () => {
    const values = [
      chunk({ role: 'assistant', content: '' }),
      chunk({ reasoning_content: 'a' }),
      chunk({ content: 'b, `c` & 1 > 0' }),
      chunk({ content: 'd', reasoning: null, reasoning_details: [] }),
      chunk({
        tool_calls: [
          { index: 0, id: 'a', type: 'function', function: { name: 'f', arguments: '{}' } },
        ],
      }),
      chunk({
        tool_calls: [{ index: 0, id: null, type: null, function: { name: null, arguments: ' ' } }],
      }),
      chunk({ tool_calls: [] }),
      chunk({ content: 'a < b <b> ' }),
      chunk({}, 'tool_calls'),
      { choices: [], usage: { total_tokens: 1 } },
    ];
    for (const context of [plain, asked]) {
      const chunks = chunksOf(values, context);
      chunks.forEach((one, index) => expect(one).toBe(values[index]));
      expect(chunks).toHaveLength(values.length);
    }
  });

  test('a chunk that was changed carries it, unseen by loops and JSON', () => {
    const value = chunk({ content: '<think>a</think>b' });
    const [changed] = chunksOf([value]);
    expect((changed as { _wire?: unknown })._wire).toBe(value);
    expect(JSON.stringify(changed)).not.toContain('_wire');
    expect(value).toEqual(chunk({ content: '<think>a</think>b' }));
  });

  test('nothing that was held back is lost when a stream breaks, and no call is made up', () => {
    const normalizer = createNormalizer(asked);
    normalizer.push({
      items: [chunk({ content: 'a <tool_call>{"name":"get_time"' })],
      done: false,
    });
    const { items, done } = normalizer.end();
    expect(done).toBe(false);
    expect(items[0]).toMatchObject({
      id: 'c',
      choices: [{ delta: { content: '<tool_call>{"name":"get_time"' } }],
    });
    expect(normalizer.end().items).toEqual([]);
  });
});
