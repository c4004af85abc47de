import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pageFrames } from './frames.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function drawing() {
  const frames = new Map<number, () => void>();
  let last = 0;
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    frames.set((last += 1), run);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));
  return { frames, draw: () => [...frames.values()].forEach((run) => run()) };
}

it('a page is told with its next frame, and once', () => {
  const { draw } = drawing();
  const run = vi.fn();
  pageFrames.next(run);
  draw();
  vi.runAllTimers();
  expect(run).toHaveBeenCalledTimes(1);
});

it('a hidden page, which draws no frames, is told all the same', () => {
  const { frames } = drawing();
  const run = vi.fn();
  pageFrames.next(run);
  vi.advanceTimersByTime(250);
  expect(run).toHaveBeenCalledTimes(1);
  expect(frames.size).toBe(0);
});

it('where nothing is drawn at all, a timer tells', () => {
  const run = vi.fn();
  pageFrames.next(run);
  vi.advanceTimersByTime(16);
  expect(run).toHaveBeenCalledTimes(1);
});

it('nobody is told who does not want to be any more', () => {
  const { frames } = drawing();
  const run = vi.fn();
  pageFrames.next(run)();
  vi.runAllTimers();
  expect(run).not.toHaveBeenCalled();
  expect(frames.size).toBe(0);
});
