import { once } from 'node:events';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { HermesError } from '@hermes4/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exchangeOf } from '../../../test/exchange.ts';
import { handClock } from '../../../test/hand-clock.ts';
import {
  EVENT,
  EVENTS,
  KEY,
  refusalOf,
  relayTo,
  textOf,
  withCode,
} from '../../../test/relay-to.ts';
import { drain, withUpstream } from '../../../test/upstream.ts';
import { createRelayEngine } from './relay-engine.ts';

test('a host that cannot be reached is a refusal without an address in it', async () => {
  const closed = await withUpstream(
    () => undefined,
    ({ baseURL }) => Promise.resolve(baseURL),
  );
  const refusal = await refusalOf(createRelayEngine({ baseURL: closed }).answer(exchangeOf()));
  expect(refusal).toMatchObject({
    status: 502,
    message: 'The upstream could not be reached (ECONNREFUSED).',
  });
});

test('no refusal holds the key, whatever the platform says', async () => {
  const { engine } = relayTo([], { fetch: () => Promise.reject(withCode('ETIMEDOUT')) });
  const { message, stack, cause } = await refusalOf(engine.answer(exchangeOf()));
  expect(message).toBe('The upstream could not be reached (ETIMEDOUT).');
  expect(`${stack ?? ''}${String(cause)}`).not.toContain(KEY);
});

test('a host that hangs up without an answer is a refusal', async () => {
  await withUpstream(
    (response) => response.destroy(),
    async ({ baseURL }) => {
      const refusal = await refusalOf(createRelayEngine({ baseURL }).answer(exchangeOf()));
      expect(refusal.status).toBe(502);
    },
  );
});

test('a redirect is refused and not followed', async () => {
  await withUpstream(
    (response) => response.writeHead(307, { location: 'https://elsewhere.test/take?it=1' }).end(),
    async ({ baseURL, asked }) => {
      const refusal = await refusalOf(createRelayEngine({ baseURL }).answer(exchangeOf()));
      expect(refusal.status).toBe(502);
      expect(refusal.message).toMatch(/^The upstream redirects to elsewhere\.test, /);
      expect(asked).toHaveLength(1);
    },
  );
});

test('a host that never answers is a refusal after the time that was set', async () => {
  const clock = handClock();
  await withUpstream(
    () => undefined,
    async ({ baseURL }) => {
      const engine = createRelayEngine({ baseURL, clock, timeouts: { headersMs: 50 } });
      const refusal = refusalOf(engine.answer(exchangeOf()));
      await clock.pass(49);
      expect(clock.live()).toBe(1);
      await clock.pass(1);
      expect(await refusal).toMatchObject({
        status: 504,
        message: 'The upstream did not answer within 50 ms.',
      });
      expect(clock.live()).toBe(0);
    },
  );
});

test('an answer that comes after the time that was set is let go of', async () => {
  const clock = handClock();
  let isCancelled = false;
  const body = new ReadableStream({ cancel: () => void (isCancelled = true) });
  let answer: (response: Response) => void = () => undefined;
  const fetch = (): Promise<Response> => new Promise((resolve) => (answer = resolve));
  const { engine } = relayTo([], { fetch, clock });
  const refusal = refusalOf(engine.answer(exchangeOf()));
  await clock.pass(600_000);
  expect((await refusal).status).toBe(504);
  answer(new Response(body));
  await clock.pass(0);
  expect(isCancelled).toBe(true);
});

test('silence inside a stream ends it with an event that says so', async () => {
  const clock = handClock();
  const { engine, seen } = relayTo([EVENT], { last: 'wait', clock, timeouts: { idleMs: 20 } });
  const drained = drain((await engine.answer(exchangeOf())).body);
  await clock.pass(19);
  await clock.pass(20);
  const message = 'The upstream broke off its answer: silent for 20 ms.';
  expect(textOf(await drained)).toBe(
    `${EVENT}data: ${JSON.stringify({ error: { message, code: 504 } })}\n\n`,
  );
  expect([seen.isCancelled, clock.live()]).toEqual([true, 0]);
});

test('the time that a caller takes to read is no silence', async () => {
  const clock = handClock();
  const { engine } = relayTo([EVENT, EVENT], { clock, timeouts: { idleMs: 20 } });
  const reader = (await engine.answer(exchangeOf())).body!.getReader();
  await reader.read();
  await clock.pass(1_000);
  expect((await reader.read()).done).toBe(false);
});

test('a stream that breaks between two events ends with one that says so', async () => {
  const { engine } = relayTo([EVENT], { last: 'break' });
  const drained = await drain((await engine.answer(exchangeOf())).body);
  const message = 'The upstream broke off its answer (ECONNRESET).';
  expect(drained.error).toBeUndefined();
  expect(textOf(drained)).toBe(
    `${EVENT}data: ${JSON.stringify({ error: { message, code: 502 } })}\n\n`,
  );
});

test('a stream that is cut never ends well, and what came of it arrives', async () => {
  const whole = Buffer.from(EVENT.repeat(2));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), async (cut) => {
      const { engine } = relayTo(cut === 0 ? [] : [whole.subarray(0, cut)], { last: 'break' });
      const drained = await drain((await engine.answer(exchangeOf())).body);
      const isBetween = cut % (whole.length / 2) === 0;
      expect(textOf(drained).startsWith(whole.subarray(0, isBetween ? cut : 0).toString())).toBe(
        true,
      );
      expect(drained.bytes.subarray(0, cut)).toEqual(whole.subarray(0, cut));
      expect(textOf(drained).includes('"error"')).toBe(isBetween);
      expect(drained.error instanceof HermesError).toBe(!isBetween);
    }),
  );
});

test('a host that dies in the middle of a stream is told of, over a real socket', async () => {
  await withUpstream(
    (response) => {
      response.writeHead(200, EVENTS);
      response.write(EVENT, () => setTimeout(() => response.destroy(), 20));
    },
    async ({ baseURL }) => {
      const drained = await drain((await createRelayEngine({ baseURL }).answer(exchangeOf())).body);
      expect(textOf(drained)).toMatch(
        /^data: \{"choices.*\n\ndata: \{"error":\{"message":"The upstream broke off its answer.*"code":502\}\}\n\n$/,
      );
    },
  );
});

test('a whole answer that is shorter than announced is an error', async () => {
  const tcp = createTcpServer((socket) => {
    socket.once('data', () =>
      socket.end(
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"id":',
      ),
    );
  });
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  try {
    const baseURL = `http://127.0.0.1:${(tcp.address() as AddressInfo).port}/v1`;
    const { bytes, error } = await drain(
      (await createRelayEngine({ baseURL }).answer(exchangeOf())).body,
    );
    expect(Buffer.from(bytes).toString()).toBe('{"id":');
    expect(error).toMatchObject({ code: 'stream_interrupted', status: 502 });
  } finally {
    tcp.close();
  }
});

test('an answer past the limit is broken off', async () => {
  const { engine, seen } = relayTo([EVENT, EVENT, EVENT], { maxResponseBytes: 100 });
  const drained = await drain((await engine.answer(exchangeOf())).body);
  expect(textOf(drained)).toContain('larger than 100 bytes');
  expect(seen.isCancelled).toBe(true);
});

test('a caller who leaves ends the work of the host', async () => {
  let hasLeft = (): void => undefined;
  const left = new Promise<void>((resolve) => (hasLeft = resolve));
  await withUpstream(
    (response) => {
      response.writeHead(200, EVENTS);
      response.write(EVENT);
      response.once('close', hasLeft);
    },
    async ({ baseURL }) => {
      const reader = (await createRelayEngine({ baseURL }).answer(exchangeOf())).body!.getReader();
      await reader.read();
      const next = reader.read();
      await reader.cancel();
      expect((await next).done).toBe(true);
      await left;
    },
  );
});

test('an abort before the headers ends the call with the reason of the caller', async () => {
  let hasLeft = (): void => undefined;
  const left = new Promise<void>((resolve) => (hasLeft = resolve));
  await withUpstream(
    (response) => response.once('close', hasLeft),
    async ({ baseURL, asked }) => {
      const controller = new AbortController();
      const answered = createRelayEngine({ baseURL }).answer(
        exchangeOf({}, { signal: controller.signal }),
      );
      const failed = answered.catch((error: unknown) => error);
      while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
      controller.abort('bored');
      expect(await failed).toBe('bored');
      await left;
    },
  );
});

test('an abort inside a body ends it with the reason of the caller', async () => {
  const controller = new AbortController();
  const { engine, seen } = relayTo([EVENT], { last: 'wait' });
  const exchange = exchangeOf({}, { signal: controller.signal });
  const reader = (await engine.answer(exchange)).body!.getReader();
  await reader.read();
  const next = reader.read().catch((error: unknown) => error);
  controller.abort('bored');
  expect(await next).toBe('bored');
  expect(seen.isCancelled).toBe(true);
});

test('a call that was aborted before sends nothing', async () => {
  const { engine, seen } = relayTo([]);
  const exchange = exchangeOf({}, { signal: AbortSignal.abort('early') });
  expect(await engine.answer(exchange).catch((error: unknown) => error)).toBe('early');
  expect(seen.asked).toEqual([]);
});

test('calls leave no timer and no listener, however they end', async () => {
  for (const last of ['end', 'break'] as const) {
    const clock = handClock();
    const { signal } = new AbortController();
    const listeners = new Set<unknown>();
    signal.addEventListener = (_: string, listener: unknown) => void listeners.add(listener);
    signal.removeEventListener = (_: string, listener: unknown) => void listeners.delete(listener);
    const { engine } = relayTo([EVENT], { last, clock });
    const response = await engine.answer(exchangeOf({}, { signal }));
    expect(listeners.size).toBe(1);
    await drain(response.body);
    expect(clock.live()).toBe(0);
    expect(listeners.size).toBe(0);
  }
});
