import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createStyles, wantsStyles } from './styles.ts';

const terminal = Object.assign(new PassThrough(), { isTTY: true });
const pipe = new PassThrough();

describe('styles', () => {
  it.each<[boolean, string, PassThrough, Record<string, string>, { color?: boolean }]>([
    [true, 'on a terminal', terminal, {}, {}],
    [false, 'in a pipe', pipe, {}, {}],
    [false, 'on a dumb terminal', terminal, { TERM: 'dumb' }, {}],
    [false, 'with NO_COLOR', terminal, { NO_COLOR: '1' }, {}],
    [true, 'with an empty NO_COLOR, which is none', terminal, { NO_COLOR: '' }, {}],
    [true, 'with FORCE_COLOR, also in a pipe', pipe, { FORCE_COLOR: '1' }, {}],
    [true, 'with FORCE_COLOR against NO_COLOR', terminal, { FORCE_COLOR: '1', NO_COLOR: '1' }, {}],
    [false, 'with FORCE_COLOR=0', terminal, { FORCE_COLOR: '0' }, {}],
    [
      false,
      'with --no-color against FORCE_COLOR',
      terminal,
      { FORCE_COLOR: '1' },
      { color: false },
    ],
  ])('are %s %s', (expected, _, output, env, options) => {
    expect(wantsStyles(output, env, options)).toBe(expected);
  });

  it('leave text as it is where they are not wanted, and nothing where there is none', () => {
    expect(createStyles(false).bold('text')).toBe('text');
    expect(createStyles(true).bold('text')).toBe('\x1b[1mtext\x1b[22m');
    expect(createStyles(true).bold('')).toBe('');
  });
});
