import { describe, expect, it } from 'vitest';
import { createBreather } from './breather.ts';

describe('a breather', () => {
  it('is due when a turn of the event loop has lasted long, and not before', () => {
    const clock = handClock();
    const breather = createBreather(clock);
    expect(breather.isDue()).toBe(false);
    clock.time = 7;
    expect(breather.isDue()).toBe(false);
    clock.time = 8;
    expect(breather.isDue()).toBe(true);
  });

  it('is not due when the event loop has turned meanwhile', () => {
    const clock = handClock();
    const breather = createBreather(clock);
    breather.isDue();
    clock.turn();
    clock.time = 1_000;
    expect(breather.isDue()).toBe(false);
  });

  it('lasts until the event loop has turned', async () => {
    const clock = handClock();
    const breather = createBreather(clock);
    breather.isDue();
    let isOver = false;
    const rest = breather.rest().then(() => (isOver = true));
    await Promise.resolve();
    expect(isOver).toBe(false);
    clock.turn();
    await rest;
  });

  it('leaves no timer and nobody waiting', async () => {
    const clock = handClock();
    const breather = createBreather(clock);
    breather.isDue();
    const rest = breather.rest();
    breather.stop();
    await rest;
    expect(clock.timers.size).toBe(0);
  });
});

function handClock(): {
  time: number;
  readonly timers: Set<() => void>;
  now(): number;
  after(ms: number, run: () => void): () => void;
  turn(): void;
} {
  const timers = new Set<() => void>();
  return {
    time: 0,
    timers,
    now() {
      return this.time;
    },
    after: (_, run) => {
      timers.add(run);
      return () => void timers.delete(run);
    },
    turn: () => {
      for (const run of timers) run();
      timers.clear();
    },
  };
}
