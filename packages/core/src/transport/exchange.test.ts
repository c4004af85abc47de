import { expect, test } from 'vitest';
import { HermesError } from '../errors/hermes-error.ts';
import { createExchange } from './exchange.ts';
import { systemRuntime } from './system-runtime.ts';

const hour = 3_600_000;

test('an answer is not asked for again because the code to read it cannot be loaded', async () => {
  let requests = 0;
  const exchange = createExchange({
    request: () => ({ url: 'http://host.test/', method: 'POST', headers: {}, body: '{}' }),
    readError: () => Promise.reject(new Error('the host refused nothing')),
    fetch: () => Promise.resolve(new Response(`${(requests += 1)}`)),
    runtime: { ...systemRuntime, random: () => 0 },
    limits: {
      total: hour,
      firstByte: hour,
      firstContent: hour,
      idleBytes: hour,
      idleContent: hour,
    },
    maxRetries: 2,
  });
  const response = await exchange.respond();
  const unloaded = new HermesError('The code could not be loaded.', { code: 'connection_failed' });
  expect(await exchange.retry(unloaded)).toBe(false);
  expect(requests).toBe(1);
  await response.discard();
  exchange.end();
});
