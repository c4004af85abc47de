import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStopFilter } from './stop-filter.ts';

describe('the stop filter', () => {
  it('cuts at the first stop sequence, wherever the tokens end', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 30 });
    const stops = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 4 }));
    fc.assert(
      fc.property(letters, stops, fc.array(fc.nat(30)), (text, sequences, cuts) => {
        expect(filtered(tokensOf(text, cuts), sequences)).toBe(cutAtFirstStop(text, sequences));
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives back any text whole when no stop sequence comes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.array(fc.string({ minLength: 1 })),
        fc.array(fc.nat(40)),
        (text, stops, cuts) => {
          const absent = stops.filter((stop) => !text.includes(stop));
          expect(filtered(tokensOf(text, cuts), absent)).toBe(text);
        },
      ),
    );
  });

  it('ends at the sequence that is complete first, not at one that begins earlier', () => {
    expect(filtered(['one two three'], ['one two three', 'two'])).toBe('one ');
    expect(filtered(['one ', 'two ', 'three'], ['one two three', 'two'])).toBe('one ');
  });

  it('takes the longest of the sequences that end at the same place', () => {
    expect(filtered(['a b', ' STOP'], ['STOP', ' STOP'])).toBe('a b');
  });

  it('holds back no more than may be the beginning of a stop sequence', () => {
    const filter = createStopFilter(['END']);
    expect([filter.push('the E'), filter.push('N'), filter.push('Z E'), filter.flush()]).toEqual([
      'the ',
      '',
      'ENZ ',
      'E',
    ]);
  });

  it('says nothing more once it has stopped', () => {
    const filter = createStopFilter(['.']);
    expect([filter.push('a.b'), filter.push('c'), filter.flush()]).toEqual(['a', '', '']);
    expect(filter.isStopped()).toBe(true);
  });

  it('ignores an empty stop sequence', () => {
    expect(filtered(['a', 'b'], [''])).toBe('ab');
  });
});

function filtered(tokens: readonly string[], stops: readonly string[]): string {
  const filter = createStopFilter(stops);
  return tokens.map((token) => filter.push(token)).join('') + filter.flush();
}

function tokensOf(text: string, cuts: readonly number[]): string[] {
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length];
  places.sort((a, b) => a - b);
  return places.slice(1).map((end, index) => text.slice(places[index], end));
}

/** The meaning, without tokens: read on until the text ends with a stop sequence. */
function cutAtFirstStop(text: string, stops: readonly string[]): string {
  for (let end = 1; end <= text.length; end++) {
    const read = text.slice(0, end);
    const found = stops.filter((stop) => stop !== '' && read.endsWith(stop));
    if (found.length > 0) {
      return read.slice(0, end - Math.max(...found.map((stop) => stop.length)));
    }
  }
  return text;
}
