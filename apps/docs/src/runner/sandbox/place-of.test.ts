import { describe, expect, it } from 'vitest';
import { lineIn } from './place-of.ts';

describe('the place of an error', () => {
  it('is the innermost line of the program itself', () => {
    const stack =
      'Error: no\n    at check (blob:null/1:9:1)\n    at ask (tools.mjs:12:5)\n    at tools.mjs:30:7';
    expect(lineIn(stack, 'tools.mjs')).toBe(12);
  });

  it('is unknown when the program is not in the stack', () => {
    expect(lineIn('Error: no\n    at blob:null/1:9:1', 'tools.mjs')).toBeUndefined();
    expect(lineIn(undefined, 'tools.mjs')).toBeUndefined();
  });
});
