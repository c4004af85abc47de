import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJsonFinder } from '../src/structured/find-json.ts';
import { createJsonReader } from '../src/structured/json-reader.ts';
import { readAnswer } from '../src/structured/read-answer.ts';

/** A text in pieces, cut at these places. */
function pieces(text: string, places: readonly number[]): string[] {
  const edges = [...new Set([0, ...places.map((place) => place % (text.length + 1)), text.length])];
  edges.sort((a, b) => a - b);
  return edges.slice(1).map((end, index) => text.slice(edges[index], end));
}

/** A text unit by unit, so that surrogate pairs are split too. */
function units(text: string): string[] {
  return Array.from({ length: text.length }, (_, at) => text.charAt(at));
}

/** What the reader makes of a text in pieces: like `JSON.parse`, it takes all of it or throws. */
function read(parts: readonly string[]): unknown {
  const reader = createJsonReader();
  let rest = '';
  for (const part of parts) rest += part.slice(reader.push(part));
  reader.end();
  if (reader.isComplete() && rest.trim() === '') return reader.value();
  throw new SyntaxError(reader.fault() ?? `found ${rest} after the end`);
}

function attempt(parse: () => unknown): { value: unknown } | 'refused' {
  try {
    return { value: parse() };
  } catch {
    return 'refused';
  }
}

/** Whether a partial value can still become the whole one. */
function isPrefix(partial: unknown, whole: unknown): boolean {
  if (partial === undefined) return true;
  if (typeof partial === 'string') return typeof whole === 'string' && whole.startsWith(partial);
  if (Array.isArray(partial)) {
    return Array.isArray(whole) && partial.every((item, index) => isPrefix(item, whole[index]));
  }
  if (typeof partial !== 'object' || partial === null) return Object.is(partial, whole);
  return Object.entries(partial).every(
    ([name, value]) =>
      Object.hasOwn(whole as object, name) &&
      isPrefix(value, Object.getOwnPropertyDescriptor(whole, name)?.value),
  );
}

const places = fc.array(fc.nat(), { maxLength: 40 });
const indent = fc.constantFrom(0, 2, '\t');
const json = fc.jsonValue({ maxDepth: 6 });

/** The same JSON with the units of its strings that need no escape written as one. */
function withEscapes(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, (string) =>
    string.replace(/\\.|[^"]/g, (unit) =>
      unit.startsWith('\\') ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

test('any JSON, cut anywhere, becomes what JSON.parse makes of it', () => {
  fc.assert(
    fc.property(json, indent, fc.boolean(), places, (value, space, escapes, cuts) => {
      const plain = JSON.stringify(value, null, space);
      const text = escapes ? withEscapes(plain) : plain;
      expect(read(pieces(text, cuts))).toStrictEqual(JSON.parse(text));
    }),
    { numRuns: 500 },
  );
});

test('every partial value is a beginning of the whole one', () => {
  fc.assert(
    fc.property(json, places, (value, cuts) => {
      const text = JSON.stringify(value);
      const whole: unknown = JSON.parse(text);
      const reader = createJsonReader();
      for (const part of pieces(text, cuts)) {
        reader.push(part);
        expect(isPrefix(reader.value(), whole)).toBe(true);
      }
      reader.end();
      expect(reader.value()).toStrictEqual(whole);
    }),
    { numRuns: 500 },
  );
});

test('whatever JSON.parse takes is taken, and whatever it refuses is refused, at any cut', () => {
  const noise = fc.oneof(
    fc.string({ unit: fc.constantFrom(...units('{}[]",:\\u0aAeE1-+. \n\tntrueflsx\u0001')) }),
    fc.string({ unit: 'binary' }),
    fc
      .tuple(json, fc.nat(), fc.constantFrom('', ',', '"', '\\', '0', '}', ']', "'"))
      .map(([value, place, mark]) => {
        const text = JSON.stringify(value);
        const at = place % (text.length + 1);
        return text.slice(0, at) + mark + text.slice(at + 1);
      }),
  );
  fc.assert(
    fc.property(noise, places, (text, cuts) => {
      expect(attempt(() => read(pieces(text, cuts)))).toStrictEqual(
        attempt(() => JSON.parse(text) as unknown),
      );
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  '{"a":1,"b":2,"a":{"c":3}}',
  '"\\ud83d\\ude00 \\u00e9 \\" \\\\ \\/ \\b\\f\\n\\r\\t"',
  '"\\ud83d"',
  '"😀"',
  '[9007199254740993,123456789012345678901234567890,-0,1e400,1E-7,0.1]',
  '{"__proto__":{"polluted":true},"constructor":1,"":2}',
  ' [ true , false , null , { } , [ ] ] ',
  '12',
  'null',
])('reads %s one character at a time', (text) => {
  expect(read(units(text))).toStrictEqual(JSON.parse(text));
});

test('a property named __proto__ is a property', () => {
  const value = read(['{"__pro', 'to__":{"polluted":true}}']) as object;
  expect(Object.keys(value)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test('ten thousand levels do not exhaust the stack', () => {
  let value = read(['['.repeat(10_000), '1', ']'.repeat(10_000)]);
  let depth = 0;
  while (Array.isArray(value)) {
    value = value[0];
    depth += 1;
  }
  expect([depth, value]).toEqual([10_000, 1]);
});

test('text shows as far as it has arrived; the rest only when it is certain', () => {
  const reader = createJsonReader();
  const seen = ['{"na', 'me":"Jo', 'hn","age":4', '2,"ok":tr', 'ue', ',"tags":["a', 'b"]}'].map(
    (part) => {
      reader.push(part);
      return structuredClone(reader.value());
    },
  );
  expect(seen).toEqual([
    {},
    { name: 'Jo' },
    { name: 'John' },
    { name: 'John', age: 42 },
    { name: 'John', age: 42 },
    { name: 'John', age: 42, ok: true, tags: ['a'] },
    { name: 'John', age: 42, ok: true, tags: ['ab'] },
  ]);
});

test('half an escape and half a surrogate pair are not shown', () => {
  const reader = createJsonReader();
  const seen = ['"a\\u0', '0e9\ud83d', '\ude00\\', 'n\\ud83d', '\\ude00"'].map((part) => {
    reader.push(part);
    return reader.value();
  });
  expect(seen).toEqual(['a', 'aé', 'aé😀', 'aé😀\n', 'aé😀\n😀']);
});

test('a partial value is live: the same object grows', () => {
  const reader = createJsonReader();
  reader.push('{"a":[1,');
  const early = reader.value();
  reader.push('2],"b":"x"}');
  expect(reader.value()).toBe(early);
  expect(early).toEqual({ a: [1, 2], b: 'x' });
});

test.each([
  ["{'a': 1}", 'expected a property name or } at character 2, found "\'"'],
  ['{"a": True}', 'expected a value at character 7, found "True"'],
  ['[1, 2', 'expected , or ] at character 6, found the end'],
  ['["ab', 'expected a closing quote at character 5, found the end'],
  ['["a\\x"]', 'expected an escape at character 5, found "x"'],
  [
    '["a\nb"]',
    'expected an escape such as \\n in place of a control character at character 4, found "\\n"',
  ],
  ['[01]', 'expected a value at character 2, found "01"'],
])('says what is wrong with %j, and where', (text, fault) => {
  for (const parts of [[text], units(text)]) {
    const reader = createJsonReader();
    for (const part of parts) reader.push(part);
    reader.end();
    expect(reader.fault()).toBe(fault);
    expect(reader.isComplete()).toBe(false);
  }
});

test('partial values cost in proportion to the text, however often they are asked for', () => {
  const touched = (size: number): number => {
    const text = JSON.stringify(Array.from({ length: size }, (_, id) => ({ id, name: `n${id}` })));
    let calls = 0;
    const counting = (length: number): string =>
      ({
        length,
        charAt: (at: number) => text.charAt(count(at)),
        charCodeAt: (at: number) => text.charCodeAt(count(at)),
        slice: (from: number, to: number) => text.slice(count(from, to - from), to),
      }) as unknown as string;
    const count = (at: number, by = 1): number => {
      calls += by;
      return at;
    };
    const reader = createJsonReader();
    let at = 0;
    while (at < text.length) {
      const end = Math.min(at + 4, text.length);
      at = reader.push(counting(end), at);
      reader.value();
    }
    expect(reader.isComplete()).toBe(true);
    return calls / text.length;
  };
  const small = touched(100);
  expect(touched(6_400)).toBeLessThan(small * 1.1);
  expect(small).toBeLessThan(4);
});

test('prose and code fences around the JSON are passed over, however they are cut', () => {
  const answers = [
    '```json\n{"a":{"b":[1]}}\n```',
    'Sure! Here {you} are:\n\n{"a":{"b":[1]}}\n\nAnything else? {}',
    '{"a":{"b":[1]}}',
    'As [1] says: {"a":{"b":[1]}}',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...answers), places, (text, cuts) => {
      const finder = createJsonFinder('object');
      for (const part of pieces(text, cuts)) finder.push(part);
      finder.end();
      expect(finder.value()).toEqual({ a: { b: [1] } });
    }),
  );
});

test.each([
  ['42', 42],
  ['"yes"', 'yes'],
  ['```json\n"yes"\n```', 'yes'],
  ['null', null],
  ['3 results: [1, 2]', [1, 2]],
])('an answer that may be anything: %j', (text, value) => {
  expect(readAnswer(text, 'any')).toEqual({ value });
});

test.each([
  ['I cannot do that.', 'it holds no JSON'],
  ["{'a': 1}", 'expected a property name or } at character 2, found "\'"'],
  ['{"a": [1,', 'expected a value at character 10, found the end'],
  ['', 'it holds no JSON'],
])('an answer without JSON says so: %j', (text, fault) => {
  expect(readAnswer(text, 'object')).toEqual({ fault });
});

test('an answer full of false starts is read once', () => {
  expect(readAnswer('{x['.repeat(100_000), 'any')).toHaveProperty('fault');
  expect(readAnswer('['.repeat(300_000), 'any')).toHaveProperty('fault');
});
