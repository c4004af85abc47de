import { inspect as asNode } from 'node:util';
import { describe, expect, it } from 'vitest';
import { formatAll, inspect } from './inspect.ts';

class Point {
  x = 1;
}
const itself: { me?: unknown } = {};
itself.me = itself;

describe('what the console of an example prints', () => {
  it.each([
    [1, -0.5, 12n, true, null, undefined, 'text'],
    [[], {}, [1, 'a'], { a: 1, 'b-c': "it's" }],
    [{ a: { b: { c: { d: 1 } } } }],
    [new Map([['a', 1]]), new Set([1, 2]), /a/g, new Date(0)],
    [new Point(), Symbol('s'), () => 1],
  ])('is what Node prints of %j', (...values) => {
    for (const value of values) expect(inspect(value)).toBe(asNode(value));
  });

  it('keeps texts as they are, side by side', () => {
    expect(formatAll(['a', 'b\n', { c: 'd' }])).toBe("a b\n { c: 'd' }");
  });

  it('breaks what does not fit on a line', () => {
    const long = { first: 'a'.repeat(40), second: 'b'.repeat(40) };
    expect(inspect(long)).toBe(asNode(long));
  });

  it('shows an error by its name and message', () => {
    expect(inspect(new RangeError('too far'))).toBe('RangeError: too far');
  });

  it('does not follow a value into itself', () => {
    expect(inspect(itself)).toContain('[Circular *1]');
  });
});
