import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { fakeClock } from '../../test/fake-clock.ts';
import { loadFor } from './load-for.ts';

const limits = {
  total: Infinity,
  firstByte: Infinity,
  firstContent: Infinity,
  idleBytes: Infinity,
  idleContent: Infinity,
};
const loading = new Promise<never>(() => undefined);

test('an abort does not wait for the code of a call, nor does it leave a listener', async () => {
  const caller = new AbortController();
  const { signal } = caller;
  const client = { streamLimits: limits, runtime: fakeClock().runtime };
  const call = loadFor(loading, { signal }, client);
  caller.abort('enough');
  await expect(call).rejects.toBe('enough');
  await expect(loadFor(loading, { signal }, client)).rejects.toBe('enough');
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test("the call's own time, else the client's, bounds the loading", async () => {
  const clock = fakeClock();
  const client = { streamLimits: { ...limits, total: 20 }, runtime: clock.runtime };
  const own = loadFor(loading, { timeout: 10 }, client).catch(() => clock.elapsed());
  const usual = loadFor(loading, {}, client).catch(() => clock.elapsed());
  while (await clock.next());
  expect([await own, await usual]).toEqual([10, 20]);
});

test('code that is there in time leaves no timer', async () => {
  const clock = fakeClock();
  const client = { streamLimits: { ...limits, total: 20 }, runtime: clock.runtime };
  expect(await loadFor(Promise.resolve('code'), {}, client)).toBe('code');
  expect(clock.live()).toBe(0);
});

test('a time that cannot be used is told as for any other call', async () => {
  const client = { streamLimits: limits, runtime: fakeClock().runtime };
  await expect(loadFor(loading, { timeout: -1 }, client)).rejects.toMatchObject({
    code: 'invalid_options',
    path: 'timeout',
  });
});
