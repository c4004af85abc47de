import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventSplitter } from './split-events.ts';

const encoder = new TextEncoder();

/** The events of a text that arrives in pieces, and what is left of it. */
function split(text: string, cuts: readonly number[] = []): string[] {
  const bytes = encoder.encode(text);
  const splitter = createEventSplitter();
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
    (a, b) => a - b,
  );
  let from = 0;
  const events: Uint8Array[] = [];
  for (const to of places) {
    events.push(...splitter.push(bytes.slice(from, to)));
    from = to;
  }
  return [...events, splitter.rest()].map((event) => new TextDecoder().decode(event));
}

describe('a stream of events', () => {
  it.each([
    ['data: 1\n\ndata: 2\n\n', ['data: 1\n\n', 'data: 2\n\n', '']],
    ['data: 1\r\n\r\ndata: 2\r\n\r\n', ['data: 1\r\n\r\n', 'data: 2\r\n\r\n', '']],
    ['data: 1\r\rdata: 2', ['data: 1\r\r', 'data: 2']],
    ['event: x\ndata: 1\r\n\ndata', ['event: x\ndata: 1\r\n\n', 'data']],
    [': ping\n\n', [': ping\n\n', '']],
    ['', ['']],
  ])('%j is cut after its empty lines', (text, events) => expect(split(text)).toEqual(events));

  it('is cut at the same places however it arrives, and loses nothing', () => {
    const text = fc
      .array(fc.constantFrom('data: ä', 'x', '\n', '\r\n', '\r', '\n\n', '\r\n\r\n'), {
        maxLength: 30,
      })
      .map((parts) => `${parts.join('')}.`);
    fc.assert(
      fc.property(text, fc.array(fc.nat(200), { maxLength: 8 }), (whole, cuts) => {
        const events = split(whole, cuts);
        expect(events).toEqual(split(whole));
        expect(events.join('')).toBe(whole);
      }),
    );
  });

  it('with an event that never ends is given up', () => {
    const splitter = createEventSplitter();
    const piece = new Uint8Array(8 * 1_024 * 1_024).fill(120);
    splitter.push(piece);
    splitter.push(piece);
    expect(() => splitter.push(piece)).toThrow('16777216 bytes');
  });
});
