import { expect, test } from 'vitest';
import { createHealth, type Health } from './health.ts';

const POLICY = { failures: 3, baseMs: 1_000, maxMs: 4_000 };

/** Fails so many calls at once. */
function fail(health: Health, now: number, times = 3) {
  return Array.from({ length: times }, () => health.failed(now)).at(-1);
}

test('an answer that begins is none that has ended: it does not end a row of failures', () => {
  const health = createHealth(POLICY);
  fail(health, 0, 2);
  health.answers();
  expect(health.failed(0)).toEqual({ standing: 'ejected', until: 1_000 });
});

test('failures in a row are too many; with an answer between them they are not', () => {
  const health = createHealth(POLICY);
  fail(health, 0, 2);
  health.succeeded();
  fail(health, 0, 2);
  expect(health.standing(0)).toBe('up');
  expect(health.failed(0)).toEqual({ standing: 'ejected', until: 1_000 });
  expect(health.standing(999)).toBe('ejected');
});

test('half of the last twenty calls are too many, however they are spread', () => {
  const health = createHealth(POLICY);
  const changes = Array.from({ length: 10 }, () => {
    health.succeeded();
    return health.failed(0);
  });
  expect(changes.filter(Boolean)).toEqual([{ standing: 'ejected', until: 1_000 }]);
});

test('it comes back by one call on trial', () => {
  const health = createHealth(POLICY);
  fail(health, 0);
  expect(health.standing(1_000)).toBe('up');
  health.began();
  expect(health.standing(1_000)).toBe('ejected');
  expect(health.answers()).toEqual({ standing: 'up' });
  expect(health.standing(1_000)).toBe('up');
});

test('each trial that fails keeps it away for twice as long, up to a bound', () => {
  const health = createHealth(POLICY);
  let now = 0;
  fail(health, now);
  const spans = [health.returnsAt - now];
  for (let trial = 0; trial < 3; trial++) {
    now = health.returnsAt;
    health.began();
    health.failed(now);
    spans.push(health.returnsAt - now);
  }
  expect(spans).toEqual([1_000, 2_000, 4_000, 4_000]);
});

test('calls that it was given before it was ejected tell nothing new when they fail', () => {
  const health = createHealth(POLICY);
  fail(health, 0);
  expect(fail(health, 500, 10)).toBeUndefined();
  expect(health.returnsAt).toBe(1_000);
});

test('a trial that nobody waited for decides nothing: the next call is one', () => {
  const health = createHealth(POLICY);
  fail(health, 0);
  health.began();
  health.left();
  expect(health.standing(1_000)).toBe('up');
  health.began();
  expect(health.standing(1_000)).toBe('ejected');
});

test('an answer while it is ejected ends the ejection', () => {
  const health = createHealth(POLICY);
  fail(health, 0);
  health.began();
  health.answers();
  expect(health.standing(1)).toBe('up');
});

test('it waits as long as it asks to, and says so once', () => {
  const health = createHealth(POLICY);
  expect(health.waits(0, 2_000)).toEqual({ standing: 'waiting', until: 2_000 });
  expect(health.waits(100, 1_000)).toBeUndefined();
  expect(health.standing(1_999)).toBe('waiting');
  expect(health.standing(2_000)).toBe('up');
});

test('checks take it away whatever its calls say, and bring it back', () => {
  const health = createHealth(POLICY);
  expect(health.checked(true, 0)).toBeUndefined();
  expect(health.checked(false, 0)).toEqual({ standing: 'down' });
  health.succeeded();
  expect(health.standing(0)).toBe('down');
  expect(health.checked(true, 0)).toEqual({ standing: 'up' });
});

test('one that is found to live again is still left alone for what its calls have told', () => {
  const health = createHealth(POLICY);
  health.checked(false, 0);
  fail(health, 0);
  expect(health.checked(true, 500)).toEqual({ standing: 'ejected' });
  expect(health.standing(1_000)).toBe('up');
});
