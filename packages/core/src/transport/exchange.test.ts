import { expect, test } from 'vitest';
import { fakeClock } from '../../test/fake-clock.ts';
import { HermesError } from '../errors/hermes-error.ts';
import type { Exchange } from '../model/exchange.ts';
import { type Caller, createExchange, type ExchangeOptions } from './exchange.ts';

const hour = 3_600_000;
const limits = {
  total: hour,
  firstByte: Infinity,
  firstContent: Infinity,
  idleBytes: Infinity,
  idleContent: Infinity,
};
const request = { url: 'http://host.test/', method: 'POST', headers: {}, body: '{}' } as const;
const reason = new Error("the caller's own reason");

/** Work that never ends, as the loading of a file over a network that hangs. */
function never(): Promise<never> {
  return new Promise(() => undefined);
}

function exchangeOf(more: Partial<ExchangeOptions & Caller>): Exchange {
  const given = {
    request: () => request,
    readError: () => Promise.reject(new Error('the host refused nothing')),
    fetch: () => Promise.resolve(new Response('{}')),
    runtime: fakeClock(0).runtime,
    limits,
    maxRetries: 2,
    maxRetryAfterMs: hour,
    ...more,
  };
  return createExchange(given, given);
}

const unloaded = new HermesError('The code could not be loaded.', { code: 'connection_failed' });

test('an answer is not asked for again because the code to read it cannot be loaded', async () => {
  let requests = 0;
  const fetch = (): Promise<Response> => Promise.resolve(new Response(`${(requests += 1)}`));
  const exchange = exchangeOf({ fetch });
  const response = await exchange.respond();
  await expect(exchange.wait(Promise.reject(unloaded))).rejects.toBe(unloaded);
  expect(await exchange.retry(unloaded)).toBe(false);
  expect(requests).toBe(1);
  response.discard();
  exchange.end();
});

test('that holds for an answer that an interceptor gave, too', async () => {
  const interceptors = [() => () => Promise.resolve(new Response('{}'))];
  const exchange = exchangeOf({ interceptors });
  await exchange.respond();
  await expect(exchange.wait(Promise.reject(unloaded))).rejects.toBe(unloaded);
  expect(await exchange.retry(unloaded)).toBe(false);
  exchange.fail(unloaded);
});

test('a call that fails lets go of an answer that nobody reads', async () => {
  let isCancelled = false;
  const body = new ReadableStream({ cancel: () => void (isCancelled = true) });
  const fetch = (): Promise<Response> => Promise.resolve(new Response(body));
  const exchange = exchangeOf({ fetch });
  await exchange.respond();
  expect(exchange.fail(unloaded)).toBe(unloaded);
  expect(isCancelled).toBe(true);
});

test.each<[string, Partial<ExchangeOptions & Caller>]>([
  ['writes the request', { request: never }],
  [
    'reads a refusal',
    { readError: never, fetch: () => Promise.resolve(new Response('', { status: 401 })) },
  ],
])('an abort and the end of the time do not wait for the code that %s', async (_, more) => {
  const caller = new AbortController();
  const aborted = exchangeOf({ ...more, signal: caller.signal });
  const answer = aborted.respond();
  caller.abort(reason);
  await expect(answer).rejects.toBe(reason);
  expect(aborted.fail(undefined)).toBe(reason);

  const clock = fakeClock();
  const late = exchangeOf({ ...more, runtime: clock.runtime });
  const failure = late.respond().catch((error: unknown) => late.fail(error));
  await clock.pass(hour);
  expect(await failure).toMatchObject({ code: 'timed_out' });
  expect(clock.live()).toBe(0);
});

test('an abort and the end of the time do not wait for the code that reads an answer', async () => {
  const caller = new AbortController();
  const aborted = exchangeOf({ signal: caller.signal });
  await aborted.respond();
  const [first, second] = [aborted.wait(never()), aborted.wait(never())];
  caller.abort(reason);
  await expect(first).rejects.toBe(reason);
  await expect(second).rejects.toBe(reason);
  await expect(aborted.wait(never())).rejects.toBe(reason);
  aborted.end();

  const clock = fakeClock();
  const late = exchangeOf({ runtime: clock.runtime });
  const failure = late.wait(never()).catch((error: unknown) => late.fail(error));
  await clock.pass(hour);
  expect(await failure).toMatchObject({ code: 'timed_out' });
});
