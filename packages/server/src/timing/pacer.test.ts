import { describe, expect, it } from 'vitest';
import type { Clock } from '../clock.ts';
import { createPacer } from './pacer.ts';
import { type TimingProfile, timingProfiles } from './timing-profile.ts';

const steady: TimingProfile = {
  overheadMs: 100,
  promptTokenMs: 2,
  tokenMs: 10,
  jitter: 0,
  loadFactor: 0.5,
};
const never = new AbortController().signal;

describe('the pace of a call', () => {
  it('begins after the overhead and the prompt, and goes on token by token', async () => {
    const clock = virtualClock();
    const pace = createPacer(steady, { random: () => 0.5, clock }).begin();
    await pace.firstToken(50, never);
    expect(clock.now()).toBe(200);
    await pace.nextToken(never);
    await pace.nextToken(never);
    expect(clock.now()).toBe(220);
  });

  it('makes up for a reader that was late', async () => {
    const clock = virtualClock();
    const pace = createPacer(steady, { random: () => 0.5, clock }).begin();
    await pace.firstToken(0, never);
    clock.pass(25);
    await pace.nextToken(never);
    await pace.nextToken(never);
    expect(clock.now()).toBe(125);
    await pace.nextToken(never);
    expect(clock.now()).toBe(130);
  });

  it('strays by no more than its jitter, the same way with the same numbers', async () => {
    const times = async (draws: readonly number[]): Promise<number[]> => {
      const clock = virtualClock();
      const rest = [...draws];
      const random = (): number => rest.shift() ?? 0;
      const pace = createPacer({ ...steady, jitter: 0.2 }, { random, clock }).begin();
      await pace.firstToken(0, never);
      const found: number[] = [];
      for (let before = clock.now(); found.length < 3; before = clock.now()) {
        await pace.nextToken(never);
        found.push(Math.round(clock.now() - before));
      }
      return found;
    };
    expect(await times([0.5, 0, 0.5, 0.999_999])).toEqual([8, 10, 12]);
  });

  it('is slowed by the calls beside it, until they end', async () => {
    const clock = virtualClock();
    const pacer = createPacer(steady, { random: () => 0.5, clock });
    const other = pacer.begin();
    const pace = pacer.begin();
    await pace.firstToken(0, never);
    expect(clock.now()).toBe(150);
    other.end();
    other.end();
    await pace.nextToken(never);
    expect(clock.now()).toBe(160);
  });

  it('ends at once with the reason of a caller that leaves', async () => {
    const clock: Clock = { now: () => 0, after: () => () => undefined };
    const abort = new AbortController();
    const waiting = createPacer(steady, { random: () => 0.5, clock })
      .begin()
      .firstToken(1, abort.signal);
    abort.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
  });
});

describe('the profile of the 405B', () => {
  it('stays within the published figures for a prompt of 256 tokens', async () => {
    const clock = virtualClock();
    const profile = timingProfiles['hermes-4-405b'] ?? steady;
    const pace = createPacer(profile, { random: () => 0.5, clock }).begin();
    await pace.firstToken(256, never);
    const first = clock.now();
    expect(first).toBeGreaterThanOrEqual(600);
    expect(first).toBeLessThanOrEqual(1_400);
    await pace.nextToken(never);
    expect(clock.now() - first).toBeGreaterThanOrEqual(60);
    expect(clock.now() - first).toBeLessThanOrEqual(100);
  });
});

/** A clock that has passed as soon as anybody waits for it. */
function virtualClock(): Clock & { pass(ms: number): void } {
  let time = 0;
  return {
    now: () => time,
    pass: (ms) => (time += ms),
    after: (ms, run) => {
      queueMicrotask(() => {
        time += ms;
        run();
      });
      return () => undefined;
    },
  };
}
