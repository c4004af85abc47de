import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEventTail } from './event-tail.ts';

const encoder = new TextEncoder();
const text = (pieces: readonly Uint8Array[]): string =>
  pieces.map((piece) => new TextDecoder().decode(piece)).join('');

const events = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: 99 }),
    fc.constantFrom('a', 'é', 'id: 7', '\u2028id: 8', '[DONE]?'),
  ),
  { maxLength: 8 },
);

it('gives every byte once, in whole events, however they are cut', () => {
  fc.assert(
    fc.property(
      events,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.nat(400), { maxLength: 12 }),
      (list, eol, cuts) => {
        const whole = list.map(([id, data]) => `id: ${id}${eol}data: ${data}${eol}${eol}`).join('');
        const bytes = encoder.encode(`${whole}data: cut o`);
        const places = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
          (a, b) => a - b,
        );
        const tail = createEventTail();
        let from = 0;
        const given = places.map((to) => tail.push(bytes.slice(from, (from = to))));
        expect(text(given) + text([tail.takeRest()])).toBe(`${whole}data: cut o`);
        // The line feed of a last CRLF may still be on its way when its event is whole.
        expect(text(given).trimEnd()).toBe(whole.trimEnd());
        expect(tail.lastId()).toBe(list.at(-1)?.[0].toString());
        expect(tail.isOver()).toBe(false);
      },
    ),
  );
});

it('forgets the beginning of an event that will come again', () => {
  const tail = createEventTail();
  tail.push(encoder.encode('id: 1\ndata: a\n\nid: 2\nda'));
  tail.takeRest();
  expect(text([tail.push(encoder.encode('id: 2\ndata: b\n\n'))])).toBe('id: 2\ndata: b\n\n');
  expect(tail.lastId()).toBe('2');
});

it.each([
  ['data: [DONE]\n\n', true],
  ['data:[DONE]\r\n\r\n', true],
  ['data: {"a":"data: [DONE]"}\n\n', false],
  ['data: [DONE]', false],
])('knows whether %j is the end', (said, over) => {
  const tail = createEventTail();
  tail.push(encoder.encode(said));
  expect(tail.isOver()).toBe(over);
});
