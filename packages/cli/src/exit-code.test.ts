import { PassThrough } from 'node:stream';
import { HermesError } from '@hermes4/node';
import { describe, expect, it } from 'vitest';
import { EXIT } from './exit-code.ts';
import { Failure, Interruption, UsageError } from './failure.ts';
import { describeError, exitCodeOf } from './report-error.ts';
import { createStyles } from './styles.ts';

const plain = createStyles(false);
const output = new PassThrough();

describe('the exit codes', () => {
  it('are a promise to scripts', () => {
    expect(EXIT).toEqual({
      ok: 0,
      unexpected: 1,
      usage: 2,
      unauthorized: 3,
      outOfCredits: 4,
      unreachable: 5,
      rateLimited: 6,
      invalidOutput: 7,
      partlyFailed: 8,
      capped: 9,
      locked: 10,
      interrupted: 130,
      terminated: 143,
    });
  });

  it('come from the error that ended a command', () => {
    const codeOf = (code: HermesError['code']): number => exitCodeOf(new HermesError('', { code }));
    expect(codeOf('unauthorized')).toBe(EXIT.unauthorized);
    expect(codeOf('quota_exhausted')).toBe(EXIT.outOfCredits);
    expect(codeOf('invalid_output')).toBe(EXIT.invalidOutput);
    expect(codeOf('thinking_exhausted')).toBe(EXIT.invalidOutput);
    expect(codeOf('budget_exceeded')).toBe(EXIT.capped);
    expect(exitCodeOf(new Failure('', EXIT.locked))).toBe(EXIT.locked);
    expect(exitCodeOf(new UsageError(''))).toBe(EXIT.usage);
    expect(exitCodeOf(new TypeError())).toBe(EXIT.unexpected);
    expect(exitCodeOf('text')).toBe(EXIT.unexpected);
  });
});

describe('what is told of an error', () => {
  it('is its message, without what could steer a terminal', () => {
    const told = describeError(new UsageError('bad\x1b[2J\nlines'), {
      isVerbose: false,
      styles: plain,
      output,
    });
    expect(told).toBe('hermes4: bad[2J\nlines\n');
  });

  it('has a stack only for what nobody foresaw, and only when asked for', () => {
    const error = new TypeError('oops');
    expect(describeError(error, { isVerbose: false, styles: plain, output })).toBe(
      'hermes4: oops\n',
    );
    expect(describeError(error, { isVerbose: true, styles: plain, output })).toContain('    at ');
    expect(describeError(new UsageError('no'), { isVerbose: true, styles: plain, output })).toBe(
      'hermes4: no\n',
    );
  });

  it('names what a report to the host needs when asked for', () => {
    const error = new HermesError('Refused.', {
      code: 'unauthorized',
      status: 401,
      requestId: 'r-1',
    });
    expect(describeError(error, { isVerbose: true, styles: plain, output })).toBe(
      'hermes4: Refused.\n  code: unauthorized\n  status: 401\n  request id: r-1\n',
    );
  });

  it('tells a person which page explains it', () => {
    const error = new HermesError('Refused.', { code: 'unauthorized' });
    const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    expect(describeError(error, { isVerbose: false, styles: plain, output: terminal })).toBe(
      'hermes4: Refused.\nWhy, and what helps: hermes4 explain unauthorized\n',
    );
  });

  it('is nothing for an interruption', () => {
    expect(
      describeError(new Interruption(EXIT.interrupted), { isVerbose: true, styles: plain, output }),
    ).toBe('');
  });
});
