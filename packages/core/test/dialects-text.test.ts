import { describe, expect, test } from 'vitest';
import {
  answer,
  asked,
  chunk,
  fold,
  partsFrom,
  plain,
  type Told,
  told,
  toldOf,
  whole,
} from './told.ts';

const call = (args: string, name = 'get_weather'): string =>
  `<tool_call>\n{"name": "${name}", "arguments": ${args}}\n</tool_call>`;
const inline = (args: string, name = 'get_weather'): Told['calls'][number] => ({
  name,
  arguments: args,
  origin: 'inline',
});
const nothing: Told = { content: null, reasoning: null, calls: [], finish: 'stop', warnings: [] };
const wanting = (calls: Told['calls']): Partial<Told> => ({ calls, finish: 'tool_calls' });

/** Each text whole, a character at a time, and in pieces of a few lengths: always the same. */
function expectTold(text: string, expected: Partial<Told>, context = asked, finish = 'stop'): void {
  const result = { ...nothing, finish, ...expected };
  expect(told(whole(answer({ content: text }, finish), context)), 'whole').toEqual(result);
  for (const size of [1, 2, 3, 5, 8, text.length]) {
    const pieces = text.match(new RegExp(`[^]{1,${Math.max(size, 1)}}`, 'g')) ?? [];
    expect(toldOf(pieces, context, finish), `${size} at a time`).toEqual(result);
  }
}

describe('reasoning in the text', () => {
  test.each<[string, string, Partial<Told>]>([
    ['both tags', '<think>a b</think>c', { reasoning: 'a b', content: 'c' }],
    [
      'space before and after is kept',
      ' \n<think>\na\n</think>\n\nb',
      { reasoning: '\na\n', content: ' \n\n\nb' },
    ],
    ['nothing between', '<think></think>c', { content: 'c' }],
    ['nothing but thoughts', '<think>a</think>', { reasoning: 'a' }],
    ['no tags', 'just text', { content: 'just text' }],
    ['nothing at all', '', {}],
    ['no close tag', '<think>abc', { reasoning: 'abc' }],
    ['a close tag cut off', '<think>abc</thin', { reasoning: 'abc</thin' }],
    ['an open tag cut off', '<thin', { content: '<thin' }],
    ['a broken open tag', '<thin is', { content: '<thin is' }],
    [
      'a broken close tag',
      '<think>a</thin k>b</think>c',
      { reasoning: 'a</thin k>b', content: 'c' },
    ],
    ['a second open tag', '<think>a<think>b</think>c', { reasoning: 'a<think>b', content: 'c' }],
    ['several close tags', '<think>a</think>b</think>c', { reasoning: 'a', content: 'b</think>c' }],
    ['look-alikes', '<thinking>a</thinking>', { content: '<thinking>a</thinking>' }],
    ['a tag in prose', 'Write <think> first.', { content: 'Write <think> first.' }],
    ['a tag in a span', '`<think>` is a tag', { content: '`<think>` is a tag' }],
    ['a tag in a fence', '```\n<think>\n</think>\n```', { content: '```\n<think>\n</think>\n```' }],
    ['a smaller-than at the end', '1 <', { content: '1 <' }],
    ['only a close tag', 'a b</think>c', { reasoning: 'a b', content: 'c' }],
    ['a close tag at the start', '</think>c', { content: 'c' }],
    ['a close tag in a span', 'a `</think>` b', { content: 'a `</think>` b' }],
    ['a close tag in quotes', 'ends with "</think>".', { content: 'ends with "</think>".' }],
    [
      'Chinese, then a call',
      `<think>${'思考'.repeat(9)}</think>${call('{"city":"北京"}')}`,
      {
        reasoning: '思考'.repeat(9),
        ...wanting([inline('{"city":"北京"}')]),
      },
    ],
    [
      'thoughts after a call',
      `<think>a</think>${call('{}')}\n<think>b</think>c`,
      {
        reasoning: 'ab',
        content: '\nc',
        ...wanting([inline('{}')]),
      },
    ],
    [
      'thoughts after a response',
      'x<tool_response>1</tool_response>\n<think>b</think>c',
      {
        reasoning: 'b',
        content: 'x<tool_response>1</tool_response>\nc',
      },
    ],
    ['a call that is thought of', `<think>${call('{}')}`, { reasoning: call('{}') }],
  ])('%s', (_, text, expected) => expectTold(text, expected));

  test('without thinking asked for, a lone close tag is text', () => {
    expectTold('a</think>b', { content: 'a</think>b' }, plain);
    expectTold('<think>a</think>b', { reasoning: 'a', content: 'b' }, plain);
  });

  test('where the template opens the tag, thoughts stream as such, also when they are cut off', () => {
    const opened = { ...asked, opensThinking: true };
    expectTold('a b</think>c', { reasoning: 'a b', content: 'c' }, opened);
    expectTold('a b', { reasoning: 'a b' }, opened, 'length');
    expect(partsFrom([chunk({ content: 'a' })], opened)).toEqual([
      { type: 'reasoning-delta', text: 'a', origin: 'inline' },
    ]);
  });

  test('an answer without thinking streams at once, and is moved when a lone close tag comes', () => {
    const texts = ['one ', 'two</th', 'ink>', 'three'].map((content) => chunk({ content }));
    expect(partsFrom(texts, asked)).toEqual([
      { type: 'text-delta', text: 'one ', origin: 'native' },
      { type: 'text-delta', text: 'two', origin: 'native' },
      { type: 'reasoning-delta', text: 'one two', origin: 'recovered', replacesText: true },
      { type: 'text-delta', text: 'three', origin: 'native' },
    ]);
    expect(told(fold(texts, asked))).toMatchObject({ reasoning: 'one two', content: 'three' });
  });
});

describe('tool calls in the text', () => {
  const typed = '{"s":"x","i":1,"f":0.5,"b":true,"n":null,"a":[1,{"c":[]}],"o":{"p":{}}}';
  test.each<[string, string, Partial<Told>]>([
    ['one', call('{"city": "Porto"}'), wanting([inline('{"city": "Porto"}')])],
    [
      'on one line',
      '<tool_call>{"name":"get_time","arguments":{}}</tool_call>',
      wanting([inline('{}', 'get_time')]),
    ],
    ['every type', call(typed), wanting([inline(typed)])],
    [
      'two in a row',
      call('{"a":1}') + call('{"a":2}', 'get_time'),
      wanting([inline('{"a":1}'), inline('{"a":2}', 'get_time')]),
    ],
    [
      'prose before, between and after',
      `Hi ${call('{}')} and\n${call('{}')}bye`,
      { content: 'Hi  and\nbye', ...wanting([inline('{}'), inline('{}')]) },
    ],
    [
      'no close tag at the end',
      '<tool_call>{"name":"get_time","arguments":{}}\n',
      { content: '\n', ...wanting([inline('{}', 'get_time')]) },
    ],
    [
      'no close tag between',
      '<tool_call>{"name":"get_time"}\n<tool_call>{"name":"get_time"}</tool_call>',
      { content: '\n', ...wanting([inline('{}', 'get_time'), inline('{}', 'get_time')]) },
    ],
    [
      'arguments first, with a name in them',
      '<tool_call>{"arguments":{"name":"x"},"name":"get_time"}</tool_call>',
      wanting([inline('{"name":"x"}', 'get_time')]),
    ],
    [
      'brackets, quotes and tags in strings',
      call('{"q":"}{][\\"</tool_call>\\\\<tool_call>\'"}'),
      wanting([inline('{"q":"}{][\\"</tool_call>\\\\<tool_call>\'"}')]),
    ],
    [
      'arguments encoded as a string',
      call('"{\\"city\\": \\"Porto\\"}"'),
      wanting([inline('{"city": "Porto"}')]),
    ],
    ['arguments that are a bare string', call('"Porto"'), wanting([inline('"Porto"')])],
    ['a string with unbalanced brackets', call('"{a] b"'), wanting([inline('"{a] b"')])],
    ['a string with text behind an object', call('"{} tail"'), wanting([inline('"{} tail"')])],
    ['an empty string', call('""'), wanting([inline('{}')])],
    [
      'parameters instead',
      '<tool_call>{"name":"get_time","parameters":{"a":1}}</tool_call>',
      wanting([inline('{"a":1}', 'get_time')]),
    ],
    [
      'no arguments',
      '<tool_call>{"name":"get_time"}</tool_call>',
      wanting([inline('{}', 'get_time')]),
    ],
    ['null for arguments', call('null'), wanting([inline('{}')])],
    [
      'numbers larger than ours',
      call('{"n":12345678901234567890.10}'),
      wanting([inline('{"n":12345678901234567890.10}')]),
    ],
    [
      'a key twice',
      '<tool_call>{"name":"x","name":"get_time","arguments":{"a":1,"a":2}}</tool_call>',
      wanting([inline('{"a":1,"a":2}', 'get_time')]),
    ],
    [
      'CRLF',
      '<tool_call>\r\n{"name":"get_time"}\r\n</tool_call>\r\n',
      { content: '\r\n', ...wanting([inline('{}', 'get_time')]) },
    ],
    ['beyond the first plane', call('{"e":"👋🏽é"}'), wanting([inline('{"e":"👋🏽é"}')])],
    [
      'in an answer that thinks first',
      `<think>t</think>\n${call('{}')}`,
      { reasoning: 't', content: '\n', ...wanting([inline('{}')]) },
    ],
  ])('%s', (_, text, expected) => expectTold(text, expected));

  test.each<[string, string, string]>([
    ['single quotes', "{'city': 'L\\'Aquila \"x\"'}", '{"city": "L\'Aquila \\"x\\""}'],
    ['words of Python', '{"a": True, "b": [False, None]}', '{"a": true, "b": [false, null]}'],
    ['words of Python in strings', '{"a": "True", \'b\': \'None\'}', '{"a": "True", "b": "None"}'],
    ['a comma at the end', '{"a": [1, 2,], }', '{"a": [1, 2] }'],
    ['line breaks in strings', '{"a": "x\n\ty"}', '{"a": "x\\n\\ty"}'],
    ['escapes of Python', "{'a': '\\x41\\a\\n'}", '{"a": "\\u0041\\u0007\\n"}'],
  ])('%s: recovered', (_, args, json) => {
    expectTold(
      call(args),
      wanting([{ name: 'get_weather', arguments: json, origin: 'recovered' }]),
    );
    JSON.parse(json);
  });

  test.each<[string, string, string[]]>([
    [
      'a missing brace',
      '<tool_call>{"name":"get_time","arguments":{}</tool_call> x',
      ['invalid_tool_call'],
    ],
    ['a brace too many', '<tool_call>{"name":"get_time"}}</tool_call>', ['invalid_tool_call']],
    ['not JSON', '<tool_call>{get_time: now}</tool_call>', ['invalid_tool_call']],
    ['a string cut off', '<tool_call>{"name":"get_ti', ['invalid_tool_call']],
    ['no name', '<tool_call>{"arguments":{}}</tool_call>', ['invalid_tool_call']],
    ['an empty name', call('{}', ''), ['invalid_tool_call']],
    [
      'a name that is none',
      '<tool_call>{"name":{},"arguments":{}}</tool_call>',
      ['invalid_tool_call'],
    ],
    ['an empty object', '<tool_call>{}</tool_call>', ['invalid_tool_call']],
    ['an unknown tool', call('{}', 'launch'), ['unknown_tool']],
    ['a tag without an object', 'the <tool_call> tag', []],
    ['nothing between tags', '<tool_call></tool_call>', []],
    ['a list', '<tool_call>[1]</tool_call>', []],
    ['an open tag cut off', 'a <tool_ca', []],
    ['an open tag at the end', 'a <tool_call> ', []],
    ['in a code span', `Like \`${call('{}').replaceAll('\n', '')}\`.`, []],
    ['in a fence', `~~~xml\n${call('{}')}\n~~~`, []],
    ['in quotes', `He wrote "${call('{}')}"`, []],
  ])('%s: text that never runs', (_, text, warnings) =>
    expectTold(text, { content: text, warnings }),
  );

  test('a broken call does not take the next one with it', () => {
    const broken = '<tool_call>{"name": "get_time, "arguments": {}}</tool_call>';
    expectTold(`${broken}\n${call('{"a":1}')}`, {
      content: `${broken}\n`,
      warnings: ['invalid_tool_call'],
      ...wanting([inline('{"a":1}')]),
    });
  });

  test('code that has ended hides nothing', () => {
    const prose = '```\ncode\n```\n`a` and ``b ` c``, ```d```, a stray ` tick\n';
    expectTold(prose + call('{}'), { content: prose, ...wanting([inline('{}')]) });
  });

  test('a second call that the token limit cuts off leaves the first one whole', () => {
    expectTold(
      `${call('{}')}<tool_call>{"name": "get`,
      {
        content: '<tool_call>{"name": "get',
        warnings: ['invalid_tool_call'],
        calls: [inline('{}')],
      },
      asked,
      'length',
    );
  });

  test('without tools asked for, calls are text; with no names, any name is a call', () => {
    expectTold(call('{}'), { content: call('{}') }, plain);
    expectTold(call('{}', 'any'), wanting([inline('{}', 'any')]), { ...asked, tools: [] });
  });

  test('what is invalid is told with its text, among the parts', () => {
    const raw = '<tool_call>{"name": 1}</tool_call>';
    const parts = partsFrom([chunk({ content: raw }), chunk({}, 'stop')], asked);
    expect(parts).toMatchObject([
      { type: 'text-delta', text: raw },
      { type: 'warning', warning: { code: 'invalid_tool_call', raw } },
      { type: 'finish', finish_reason: 'stop' },
    ]);
  });

  test('parts keep the order of prose and calls, also when one delta brings them all', () => {
    const text = `<think>t</think>a${call('{}')}b${call("{'a': 1}", 'get_time')}c`;
    const parts = partsFrom([chunk({ content: text }, 'stop')], asked);
    expect(parts.map((part) => [part.type, 'origin' in part ? part.origin : ''])).toEqual([
      ['reasoning-delta', 'inline'],
      ['text-delta', 'native'],
      ['tool-call-delta', 'inline'],
      ['text-delta', 'native'],
      ['tool-call-delta', 'recovered'],
      ['text-delta', 'native'],
      ['finish', ''],
    ]);
  });

  test('ids are unique, and differ from answer to answer', () => {
    const idsOf = (id: string): (string | undefined)[] => {
      const value = { ...chunk({ content: call('{}') + call('{}') }, 'stop'), id };
      return (fold([value], asked).choices[0]?.message.tool_calls ?? []).map((made) => made.id);
    };
    expect(new Set([...idsOf('a'), ...idsOf('b')]).size).toBe(4);
    expect(idsOf('a')).toEqual(idsOf('a'));
    for (const id of idsOf('a')) expect(id).toMatch(/^call_\w{8}$/);
  });
});
