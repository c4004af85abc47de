import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pause } from './pause.ts';

describe('a pause', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('lasts as long as it was asked to', async () => {
    let over = false;
    const paused = pause(500, new AbortController().signal).then(() => (over = true));
    await vi.advanceTimersByTimeAsync(499);
    expect(over).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await paused;
    expect(over).toBe(true);
  });

  it('is ended by an abort, with its reason, and leaves no timer', async () => {
    const stop = new AbortController();
    const paused = pause(1_000_000, stop.signal);
    const reason = new Error('enough');
    stop.abort(reason);
    await expect(paused).rejects.toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not begin after an abort', async () => {
    const reason = new Error('enough');
    await expect(pause(1_000_000, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes its listener away when it is over', async () => {
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    const added = vi.spyOn(signal, 'addEventListener');
    const paused = pause(10, signal);
    await vi.advanceTimersByTimeAsync(10);
    await paused;
    expect(removed.mock.calls[0]?.slice(0, 2)).toEqual(added.mock.calls[0]?.slice(0, 2));
  });
});
