import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createValueReader } from './value-reader.ts';

const text = fc.oneof(
  fc.constantFrom('', ' word', 'a', '"', '\\', '\n', '\0', '{', '[', '}', 'é', '👋', '\ud83d'),
  fc.constantFrom('","x":"', '"content": "', '"content":"a"', 'null'),
  fc.string(),
);
const content = fc.oneof(
  { weight: 8, arbitrary: text },
  fc.constantFrom<unknown>(null, 1, true, ['a'], { a: 1 }, { content: 'x' }),
);
const delta = fc.oneof(
  { weight: 6, arbitrary: fc.record({ content }) },
  fc.record({ role: fc.constant('assistant'), content, refusal: fc.constant(null) }),
  fc.record({ content, content_parts: fc.constant([]), tool_calls: fc.constant([{ index: 0 }]) }),
  fc.record({ reasoning_content: text, content }),
  fc.constantFrom<unknown>({}, null, 'content', []),
);
const choice = fc.record({
  index: fc.constant(0),
  delta,
  finish_reason: fc.constantFrom(null, null, null, 'stop'),
  logprobs: fc.constantFrom<unknown>(null, null, null, { content: [] }),
});
const around = fc.constantFrom<object>(
  { id: 'a', model: 'm' },
  { id: 'a', model: 'm' },
  { id: 'b', model: 'm', usage: null },
  { id: 'a', usage: { total_tokens: 1 } },
  { id: '"content":"no"', content: 'top' },
);
const choices = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(choice) },
  fc.constantFrom<unknown>([], null, 'content', [{ delta: { content: 'a' } }, null], {
    content: 'x',
  }),
);
const write = fc.constantFrom<(value: unknown) => string>(
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, null, 1),
  (value) => JSON.stringify(value).replaceAll('":', '": '),
  // Names may be said twice, and only the last counts.
  (value) => JSON.stringify(value).replace('"delta":', '"delta":{"content":"first"},"delta":'),
  (value) => JSON.stringify(value).replace('"content":', '"content":"first","content":'),
  (value) => JSON.stringify(value).replace('"content":', '"content":"first","\\u0063ontent":'),
  (value) => JSON.stringify(value).replace('{', '{"__proto__":1,'),
);
const event = fc
  .tuple(around, choices, write)
  .map(([fields, list, to]) => to({ ...fields, choices: list }));
/** Each a few times over, with other words: what differs by more is the exception. */
const events = fc
  .array(fc.tuple(event, fc.array(text, { maxLength: 4 })), { maxLength: 8 })
  .map((all) =>
    all.flatMap(([first, words]) => [
      first,
      ...words.map((word) =>
        first.replace(/"content":( ?)"[^"\\]*"/, (_, space: string) =>
          ['"content":', space, JSON.stringify(word)].join(''),
        ),
      ),
    ]),
  );

test('reads every event as JSON.parse does, whatever came before it', () => {
  fc.assert(
    fc.property(events, (all) => {
      const read = createValueReader();
      for (const data of all) expect(read(data)).toStrictEqual(JSON.parse(data));
    }),
    { numRuns: 2_000, seed: 5 },
  );
});

test.each(['null', '1', '"x"', '{}'])('is not led astray by choices that are %s', (choices) => {
  const read = createValueReader();
  for (const word of ['a', 'b', 'c']) {
    const data = `{"choices":${choices},"other":[{"inner":{"content":"${word}"}}]}`;
    expect(read(data)).toEqual(JSON.parse(data));
  }
});

test('fails where JSON.parse fails, with an event like the one before it', () => {
  const read = createValueReader();
  const of = (said: string): string => `{"choices":[{"delta":{"content":${said}}}]}`;
  for (const said of ['"a"', '"b"', '"c"']) read(of(said));
  for (const said of ['', '"', '"a""b"', '"\n"', '"\\x"', 'a', '"a",', '1 2']) {
    expect(() => read(of(said)), said).toThrow(SyntaxError);
  }
  expect(read(of('"d","e":1'))).toEqual({ choices: [{ delta: { content: 'd', e: 1 } }] });
  expect(() => read('{"choices":[{"delta":{"content":"}}]}')).toThrow(SyntaxError);
});

test('whoever changes a value that was read changes no other', () => {
  const read = createValueReader();
  const of = (said: string): string =>
    JSON.stringify({ id: 'a', choices: [{ index: 0, delta: { role: 'r', content: said } }] });
  for (const said of ['a', 'b', 'c', 'd']) {
    const value = read(of(said)) as { id: string; choices: { index: number; delta: object }[] };
    expect(value).toEqual(JSON.parse(of(said)));
    value.id = 'changed';
    for (const choice of value.choices) Object.assign(choice.delta, { role: 'changed' }).valueOf();
    value.choices[0] = { index: 1, delta: {} };
    value.choices.push({ index: 2, delta: {} });
  }
});
