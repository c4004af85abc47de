import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';

const window = (columns: number): { isTTY: boolean; columns: number } => ({ isTTY: true, columns });

describe('what is said', () => {
  it('breaks between words where the window ends, and where it broke already', () => {
    expect(fold('one two three four\nfive\n', window(9))).toBe('one two\nthree\nfour\nfive\n');
    expect(fold('  an indented line', window(12))).toBe('  an\nindented\nline');
  });

  it('breaks no word, not even one that is wider than the window', () => {
    expect(fold('see https://example.com/a/long/address now', window(10))).toBe(
      'see\nhttps://example.com/a/long/address\nnow',
    );
  });

  it('does not count styles', () => {
    expect(fold('\x1b[31mred:\x1b[39m word', window(9))).toBe('\x1b[31mred:\x1b[39m word');
  });

  it('stays whole in a pipe', () => {
    expect(fold('one two three', { isTTY: false, columns: 3 })).toBe('one two three');
  });
});
