import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { isHermesError } from '../src/index.ts';
import { answer, asked, chunk, fold, partsFrom, plain, told, toldOf, whole } from './told.ts';

const seeded = { seed: 3, numRuns: 600 };
const contexts = [asked, plain, { ...asked, opensThinking: true }, { ...asked, tools: [] }];

/** What tags are made of, and what looks like them. */
const shred = fc.constantFrom(
  '<think>',
  '</think>',
  '<tool_call>',
  '</tool_call>',
  '</tool_response>',
  '<',
  '</',
  '>',
  '<tool',
  'think>',
  '{"name": "get_time", "arguments": {"a": "',
  '"}}',
  '{"name":"get_weather"}',
  "{'name': 'get_time'}",
  '{',
  '}',
  '"',
  "'",
  '\\',
  '[',
  ']',
  '`',
  '```',
  '~~~',
  '\n',
  ' ',
  '\r\n',
  'a',
  'é',
  '👋',
  '\ud83d',
  '1 <',
  'word',
  '\u0000',
  '\ufeff',
);
const text = fc.array(shred, { maxLength: 14 }).map((shreds) => shreds.join(''));

/** A text, and places at which to cut it. */
const cutText = text.chain((whole) =>
  fc.tuple(
    fc.constant(whole),
    fc.array(fc.nat(whole.length), { maxLength: 12 }),
    fc.constantFrom(...contexts),
  ),
);

function cut(whole: string, places: readonly number[]): string[] {
  const edges = [0, ...[...places].sort((a, b) => a - b), whole.length];
  return edges.slice(1).map((end, index) => whole.slice(edges[index], end));
}

test('every way of cutting a text into deltas says the same, and so does the whole', () => {
  fc.assert(
    fc.property(
      cutText,
      fc.constantFrom('stop', 'length', null),
      ([said, places, context], finish) => {
        const once = told(whole(answer({ content: said }, finish), context));
        const texts = cut(said, places).map((content) => chunk({ content }));
        expect(told(fold([...texts, chunk({}, finish)], context))).toEqual(once);
        expect(toldOf(Array.from(said), context)).toEqual(toldOf([said], context));
      },
    ),
    seeded,
  );
});

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

test('what is neither a tag nor a call is kept, character for character and in order', () => {
  fc.assert(
    fc.property(cutText, ([said, places, context]) => {
      const parts = partsFrom(
        [...cut(said, places).map((content) => chunk({ content })), chunk({}, 'stop')],
        context,
      );
      // Taken back text is told again as reasoning, which then comes first.
      const moved = parts.findLastIndex((part) => 'replacesText' in part);
      const before =
        moved === -1 ? [] : parts.slice(0, moved).filter((part) => part.type !== 'text-delta');
      const kept = [...before, ...parts.slice(Math.max(moved, 0))];
      // Between what is kept lie only tags and calls.
      const gap = '(?:</?think>|<tool_call>[^]*?)*?';
      const texts = kept.flatMap((part) => ('text' in part ? [escaped(part.text)] : []));
      expect(said).toMatch(new RegExp(`^${[gap, ...texts].join(gap)}${gap}$`));
    }),
    seeded,
  );
});

test('a text without a tag passes whole, whatever else is in it', () => {
  const harmless = fc
    .string({ unit: 'binary', maxLength: 60 })
    .filter((one) => !/<\/?(?:think|tool)/.test(one));
  fc.assert(
    fc.property(harmless, fc.constantFrom(asked, plain), (said, context) => {
      expect(told(whole(answer({ content: said }), context)).content).toBe(said || null);
    }),
    seeded,
  );
});

test('calls survive in any surroundings, with any arguments', () => {
  const prose = fc.string({ maxLength: 8 }).filter((one) => !/[<`~'"]/.test(one));
  const argument = fc.dictionary(
    fc.string({ unit: 'grapheme', maxLength: 5 }),
    fc.jsonValue({ maxDepth: 2 }),
    { maxKeys: 3 },
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(prose, argument, prose), { maxLength: 3 }), (calls) => {
      const said = calls
        .map(
          ([before, args, after]) =>
            `${before}<tool_call>${JSON.stringify({ name: 'get_time', arguments: args })}</tool_call>${after}`,
        )
        .join('');
      const result = toldOf(Array.from(said));
      expect(result.calls.map((call) => call.arguments)).toEqual(
        calls.map(([, args]) => JSON.stringify(args)),
      );
      expect(result.content ?? '').toBe(calls.map(([before, , after]) => before + after).join(''));
    }),
    { ...seeded, numRuns: 200 },
  );
});

test('reasoning told in several fields at any pace is told once', () => {
  const train = fc
    .string({ minLength: 1, maxLength: 40 })
    .filter((one) => one.trim() === one && one !== '');
  const paced = train.chain((said) =>
    fc.tuple(fc.constant(said), fc.array(fc.nat(said.length)), fc.array(fc.nat(said.length))),
  );
  fc.assert(
    fc.property(paced, ([said, first, second]) => {
      const one = cut(said, first);
      const other = cut(said, second);
      const deltas = Array.from({ length: Math.max(one.length, other.length) }, (_, at) =>
        chunk({ reasoning: one[at] ?? '', reasoning_content: other[at] ?? '' }),
      );
      expect(told(fold(deltas)).reasoning).toBe(said);
    }),
    seeded,
  );
});

test('any JSON value is an answer or our error', () => {
  const json = fc.jsonValue({ maxDepth: 3 });
  const maybe = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.oneof(good, json);
  const call = fc.record(
    {
      index: maybe(fc.nat(3)),
      id: json,
      type: json,
      function: maybe(fc.record({ name: json, arguments: json }, { requiredKeys: [] })),
    },
    { requiredKeys: [] },
  );
  const delta = fc.record(
    {
      role: json,
      content: maybe(text),
      reasoning_content: json,
      reasoning: json,
      thinking: json,
      refusal: json,
      reasoning_details: maybe(fc.array(maybe(fc.record({ type: json, text: json, index: json })))),
      tool_calls: maybe(fc.array(maybe(call))),
      function_call: maybe(fc.record({ name: json, arguments: json })),
      _wire: json,
    },
    { requiredKeys: [] },
  );
  const choice = fc.record(
    {
      index: maybe(fc.nat(2)),
      delta: maybe(delta),
      message: maybe(delta),
      finish_reason: json,
      logprobs: json,
      error: fc.option(json),
    },
    { requiredKeys: [] },
  );
  const value = fc.record(
    {
      id: json,
      object: json,
      choices: maybe(fc.array(maybe(choice))),
      usage: json,
      meta: json,
      error: fc.option(json),
      ['__proto__']: json,
    },
    { requiredKeys: [] },
  );
  const total = (run: () => unknown): void => {
    try {
      JSON.stringify(run());
    } catch (error) {
      if (!isHermesError(error)) throw error;
    }
  };
  fc.assert(
    fc.property(
      fc.array(maybe(value), { maxLength: 4 }),
      fc.constantFrom(asked, plain),
      (values, context) => {
        total(() => partsFrom(values, context));
        total(() => fold(values, context));
        total(() => whole(values[0] ?? null, context));
      },
    ),
    { seed: 7, numRuns: 3_000 },
  );
});

afterEach(() => vi.restoreAllMocks());

/** How many characters are looked at or copied, counted where all of it passes. */
function workOf(run: () => void): number {
  let work = 0;
  const charged = [
    'slice',
    'indexOf',
    'startsWith',
    'trim',
    'trimStart',
    'replace',
    'includes',
  ] as const;
  for (const name of charged) {
    const original = String.prototype[name] as (this: string, ...args: unknown[]) => unknown;
    vi.spyOn(String.prototype, name as 'trim').mockImplementation(function (
      this: string,
      ...args: unknown[]
    ) {
      const result = original.apply(this, args);
      // Looking for something costs as far as it looks; cutting out costs what is cut out.
      if (name === 'indexOf')
        work +=
          ((result as number) === -1 ? this.length : (result as number)) - Number(args[1] ?? 0);
      else work += typeof result === 'string' ? result.length : String(args[0]).length;
      return result as string;
    });
  }
  const charCodeAt = String.prototype.charCodeAt;
  vi.spyOn(String.prototype, 'charCodeAt').mockImplementation(function (this: string, at: number) {
    work += 1;
    return charCodeAt.call(this, at);
  });
  const join = Array.prototype.join;
  vi.spyOn(Array.prototype, 'join').mockImplementation(function (
    this: unknown[],
    separator?: string,
  ) {
    const result = join.call(this, separator);
    work += result.length;
    return result;
  });
  run();
  vi.restoreAllMocks();
  return work;
}

test.each<[string, (size: number) => string]>([
  [
    'arguments',
    (size) =>
      `<tool_call>{"name":"get_time","arguments":{"a":"${'x{<"'.replace('"', '\\"').repeat(size / 5)}"}}</tool_call>`,
  ],
  [
    'literals of Python',
    (size) =>
      `<tool_call>{'name':'get_time','arguments':{'a':[${"'x',True,".repeat(size / 9)}]}}</tool_call>`,
  ],
  ['reasoning', (size) => `<think>${'ab <c'.repeat(size / 5)}</think>x`],
  ['text with backticks', (size) => '`a` <b ```'.repeat(size / 10)],
  ['space before the answer', (size) => `${' '.repeat(size)}<think>a</think>`],
  [
    'space inside a call',
    (size) => `<tool_call>${' '.repeat(size)}{"name":"get_time"}${' '.repeat(size)}</tool_call>`,
  ],
  ['calls that are broken', (size) => '<tool_call>{"</tool_call>'.repeat(size / 25)],
  ['tags that open nothing', (size) => '<tool_call> '.repeat(size / 12)],
  ['many calls', (size) => '<tool_call>{"name":"get_time"}</tool_call>'.repeat(size / 42)],
])('reading %s costs the same per character, however much there is', (_, textOf) => {
  const perCharacter = (size: number): number => {
    const said = textOf(size);
    const pieces = said.match(/[^]{1,4}/g) ?? [];
    return workOf(() => void toldOf(pieces)) / said.length;
  };
  const small = perCharacter(8_192);
  expect(perCharacter(131_072)).toBeLessThan(small * 1.2);
});

test('a megabyte of arguments arrives whole', () => {
  const args = JSON.stringify({ a: '<}"'.repeat(210_000) });
  const said = `<tool_call>{"name":"get_time","arguments":${args}}</tool_call>`;
  const pieces = said.match(/[^]{1,4}/g) ?? [];
  expect(toldOf(pieces).calls).toEqual([{ name: 'get_time', arguments: args, origin: 'inline' }]);
});

test.each<[string, (word: string) => object]>([
  [
    'two fields',
    (word) => ({
      reasoning: word,
      reasoning_details: [{ type: 'reasoning.text', text: word, index: 0 }],
    }),
  ],
  ['space, in two fields', () => ({ reasoning: ' ', thinking: ' ' })],
])('reading %s costs the same per delta, however many there are', (_, deltaOf) => {
  const perDelta = (count: number): number => {
    const deltas = Array.from({ length: count }, (_one, at) => chunk(deltaOf(` ${at % 10}`)));
    return workOf(() => void fold(deltas)) / count;
  };
  expect(perDelta(16_384)).toBeLessThan(perDelta(1_024) * 1.2);
});
