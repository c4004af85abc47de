import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBareJson } from './bare-json.ts';

test.each([
  ['{"a":1}', '{"a":1}'],
  ['```json\n{"a":1}\n```', '{"a":1}'],
  ['\n```\n{"a":"```"}\n```\n', '{"a":"```"}'],
  ['```json\n{"a":1', '{"a":1'],
  ['Here: ```json\n{}\n```', 'Here: ```json\n{}\n```'],
  ['`code`', '`code`'],
  ['```', '```'],
  [' [1] ', ' [1] '],
])('%j is %j without a fence around it', (answer, expected) => {
  expect(take([answer])).toBe(expected);
});

test('the answer is the same however it is cut', () => {
  const pieces = fc.array(fc.constantFrom('```', '`', 'json', '\n', ' ', '{"a":', '1}', 'x'));
  fc.assert(
    fc.property(pieces, (answer) => {
      expect(take(Array.from(answer.join('')))).toBe(take([answer.join('')]));
      expect(take(answer)).toBe(take([answer.join('')]));
    }),
  );
});

function take(pieces: readonly string[]): string {
  const json = createBareJson();
  return pieces.map((piece) => json.push(piece)).join('') + json.end();
}
