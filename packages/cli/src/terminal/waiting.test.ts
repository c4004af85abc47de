import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWaiting, type Waiting } from './waiting.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const SPINNING = /[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/gu;

function open(
  terminal: { isTTY?: boolean; columns?: number } = { isTTY: true },
  { env = {}, isSilent = false } = {},
): { readonly waiting: Waiting; readonly said: () => string } {
  const stderr = Object.assign(new PassThrough(), terminal);
  const waiting = createWaiting({ stderr, env }, { isSilent, dim: (text) => text });
  return { waiting, said: () => String(stderr.read() ?? '').replace(SPINNING, '*') };
}

describe('the line that shows that something is awaited', () => {
  it('shows that something happens, then says for what it waits, and goes', () => {
    const { waiting, said } = open();
    waiting.start('the first token');
    vi.advanceTimersByTime(200);
    expect(said()).toBe('');
    vi.advanceTimersByTime(200);
    expect(said()).toBe('*\x1b[K\r'.repeat(2));
    vi.advanceTimersByTime(4_600);
    expect(said()).toMatch(/\* waiting for the first token, 5 s\x1b\[K\r$/);
    waiting.end();
    expect(said()).toBe('\x1b[K');
    vi.advanceTimersByTime(5_000);
    waiting.end();
    expect(said()).toBe('');
  });

  it('says at once why it takes longer', () => {
    const { waiting, said } = open();
    waiting.start('the first token');
    waiting.note('attempt 2, after rate_limited');
    vi.advanceTimersByTime(1_000);
    expect(said()).toMatch(/waiting for the first token, 1 s \(attempt 2, after rate_limited\)/);
  });

  it('makes room for something else, and comes back', () => {
    const { waiting, said } = open();
    waiting.start('the answer');
    vi.advanceTimersByTime(400);
    said();
    waiting.hide();
    waiting.hide();
    expect(said()).toBe('\x1b[K');
    vi.advanceTimersByTime(100);
    expect(said()).toBe('*\x1b[K\r');
  });

  it('fits the window', () => {
    const { waiting, said } = open({ isTTY: true, columns: 20 });
    waiting.start('the first token');
    vi.advanceTimersByTime(3_000);
    expect(said()).toMatch(/\* waiting for the f\x1b\[K\r$/);
  });

  it.each<[string, ReturnType<typeof open>]>([
    ['in a pipe', open({})],
    ['when told to be quiet', open({ isTTY: true }, { isSilent: true })],
    ['on a terminal that cannot', open({ isTTY: true }, { env: { TERM: 'dumb' } })],
    ['where nobody looks', open({ isTTY: true }, { env: { CI: 'true' } })],
  ])('says nothing %s', (_, { waiting, said }) => {
    waiting.start('the first token');
    waiting.note('why');
    vi.advanceTimersByTime(10_000);
    waiting.hide();
    waiting.end();
    expect(said()).toBe('');
  });
});
