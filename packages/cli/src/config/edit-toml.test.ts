import fc from 'fast-check';
import { parse } from 'smol-toml';
import { describe, expect, it, test } from 'vitest';
import { editToml } from './edit-toml.ts';

const WRITTEN = `# My settings
model = "a"   # the small one
stop = [
  "one",  # a comment
  "two",
]

[later]
model = "not this one"
`;

test.each<[string, string, unknown, string, string]>([
  ['replaces a value and keeps its comment', 'model', 'b', '"a"', '"b"'],
  [
    'replaces a value that spans lines',
    'stop',
    ['x'],
    '[\n  "one",  # a comment\n  "two",\n]',
    '[ "x" ]',
  ],
  ['removes an entry', 'model', undefined, 'model = "a"   # the small one\n', ''],
  ['adds an entry before the first table', 'seed', 7, '\n[later]', '\nseed = 7\n\n[later]'],
])('%s, and leaves the rest as it was written', (_, key, value, before, after) => {
  expect(editToml(WRITTEN, key, value)).toBe(WRITTEN.replace(before, after));
});

test.each([
  ['', 'seed = 7\n'],
  ['# nothing yet\n', '# nothing yet\nseed = 7\n'],
  ['a = 1', 'a = 1\nseed = 7\n'],
  ['a = 1\n\n\n', 'a = 1\nseed = 7\n'],
  ['"seed" = 1 # one\n', 'seed = 7 # one\n'],
  ['text = """\nseed = 1\n"""\n', 'text = """\nseed = 1\n"""\nseed = 7\n'],
])('sets a key in %j', (text, edited) => {
  expect(editToml(text, 'seed', 7)).toBe(edited);
});

describe('editing', () => {
  it('means what was wanted, however the text was written', () => {
    const key = fc.constantFrom('a', 'b-c', 'd');
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()));
    const table = fc.dictionary(key, value, { noNullPrototype: true });
    fc.assert(
      fc.property(table, key, fc.option(value, { nil: undefined }), (before, name, wanted) => {
        const text = Object.entries(before)
          .map(([one, held]) => `${one} = ${JSON.stringify(held)} # said before`)
          .join('\n');
        const { [name]: _, ...others } = before;
        const expected = wanted === undefined ? others : { ...others, [name]: wanted };
        expect(parse(editToml(text, name, wanted))).toEqual(expected);
      }),
    );
  });
});
