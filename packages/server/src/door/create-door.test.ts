import { describe, expect, it } from 'vitest';
import { problems } from '../../test/api-document.ts';
import { behindDoor } from '../../test/behind-door.ts';
import { errorOf, HELLO, post } from '../../test/calls.ts';
import { manualClock } from '../../test/manual-clock.ts';
import { Refusal } from '../refusal.ts';
import type { CallerOf } from './callers.ts';
import { createDoor } from './create-door.ts';
import { createTickets } from './create-tickets.ts';
import type { DoorOptions } from './door-options.ts';
import { assertNotOpen } from './open-door.ts';

const LONG_KEY = 'sk-abcdefgh-0123456789';

function bearer(token: string): RequestInit {
  return { headers: { authorization: `Bearer ${token}` } };
}

/** The message with which a body is refused. */
async function refusalOf(options: DoorOptions, body: unknown): Promise<string> {
  const { fetch, calls } = behindDoor(options);
  const response = await fetch(post(body));
  const error = await errorOf(response);
  expect([response.status, calls.length]).toEqual([400, 0]);
  expect(problems('ErrorBodyHosted', error)).toEqual([]);
  return error.message;
}

/** What the engine gets to see of a body. */
async function admitted(options: DoorOptions, body: unknown) {
  const { fetch, calls } = behindDoor(options);
  const response = await fetch(post(body));
  if (!response.ok) throw new Error(await response.text());
  return calls[0]!;
}

describe('a caller', () => {
  it.each([
    [[LONG_KEY], LONG_KEY, 'sk-abcde'],
    [['short'], 'short', 'key-1'],
    [[LONG_KEY, `${LONG_KEY}-other`], `${LONG_KEY}-other`, 'key-2'],
  ])('with one of the keys %j is named without giving it away', async (keys, key, id) => {
    const door = createDoor({ keys });
    expect(await door.authorize(post(HELLO, bearer(key)))).toEqual({ id });
  });

  it('without anything is anonymous where nothing is asked for', async () => {
    expect(await createDoor().authorize(post(HELLO))).toEqual({ id: 'anonymous' });
  });

  it('is asked for a key, a ticket and a login, in this order', async () => {
    const tickets = createTickets({ secret: 'x'.repeat(32) });
    const asked: string[] = [];
    const authorize: CallerOf = ({ headers }) => {
      asked.push(headers.get('authorization') ?? 'none');
      return headers.get('cookie');
    };
    const door = createDoor({ keys: [LONG_KEY], tickets, authorize });
    const { ticket } = await tickets.issue({ subject: 'ana' });
    const cookie = { headers: { cookie: 'ben' } };
    expect(await door.authorize(post(HELLO, bearer(ticket)))).toMatchObject({ id: 'ana' });
    expect(await door.authorize(post(HELLO, bearer(LONG_KEY)))).toEqual({ id: 'sk-abcde' });
    expect(await door.authorize(post(HELLO, cookie))).toEqual({ id: 'ben' });
    await expect(door.authorize(post(HELLO, bearer('h4t1.x.y')))).rejects.toThrow('valid ticket');
    await expect(door.authorize(post(HELLO))).rejects.toMatchObject({ status: 401 });
    expect(asked).toEqual(['none', 'none']);
  });

  it.each<[string, CallerOf, number | string]>([
    ['an id', () => 'ana', 'ana'],
    ['an object with an id', () => Promise.resolve({ id: 'Änne' }), 'Änne'],
    ['undefined', () => undefined, 401],
    ['null', () => null, 401],
    ['false', () => false, 403],
    ['an empty id', () => '', 401],
    ['an id with a line break', () => 'ana\r\nx-admin: 1', 401],
    ['an id that is half a character', () => 'ana\ud800', 401],
    ['an id without end', () => 'a'.repeat(201), 401],
    [
      'an error',
      () => {
        throw new Error('postgres://user:secret@db refused');
      },
      401,
    ],
    ['a promise of an error', () => Promise.reject(new Error('secret')), 401],
    ['a refusal', () => Promise.reject(new Refusal(402, 'Pay first.')), 402],
  ])('for whom authorize() gives %s', async (_, authorize, expected) => {
    const answered = createDoor({ authorize }).authorize(post(HELLO));
    const result = await answered.then(
      ({ id }) => id,
      (error: unknown) => {
        expect(String(error)).not.toContain('secret');
        return (error as Refusal).status;
      },
    );
    expect(result).toBe(expected);
  });
});

describe('models', () => {
  const options = { models: ['a', 'b'], defaultModel: 'b' };

  it('are those of the list, with a default', async () => {
    expect((await admitted(options, { ...HELLO, model: 'a' })).request.model).toBe('a');
    expect((await admitted(options, { messages: HELLO.messages })).request.model).toBe('b');
    expect(await refusalOf(options, HELLO)).toContain('model: expected "a" or "b"');
  });

  it('of a ticket are fewer still', async () => {
    const tickets = createTickets({ secret: 'x'.repeat(32) });
    const { fetch } = behindDoor({ ...options, tickets });
    const call = async (models: string[], model: string): Promise<number> => {
      const { ticket } = await tickets.issue({ subject: 'ana', models });
      return (await fetch(post({ ...HELLO, model }, bearer(ticket)))).status;
    };
    expect(await call(['a'], 'a')).toBe(200);
    expect(await call(['a'], 'b')).toBe(400);
    expect(await call(['c'], 'c')).toBe(403);
  });
});

describe('a ticket with a budget', () => {
  it('is not taken for a model whose price nobody knows', async () => {
    const tickets = createTickets({ secret: 'x'.repeat(32) });
    const { fetch, calls } = behindDoor({ models: ['a'], tickets });
    const { ticket } = await tickets.issue({ subject: 'ana', usd: 1 });
    const response = await fetch(post({ ...HELLO, model: 'a' }, bearer(ticket)));
    expect([response.status, calls.length]).toEqual([403, 0]);
  });
});

describe('parameters', () => {
  it('may all pass, as they were written, where nothing is said', async () => {
    const written = `{ "n": 3, "model": "${HELLO.model}", "messages": ${JSON.stringify(HELLO.messages)} }`;
    expect((await admitted({}, written)).text).toBe(written);
  });

  it('are those of the API document where models or tokens are limited', async () => {
    const others = { ...HELLO, models: ['openai/gpt-5'], n: 100, ['__proto__x']: 1 };
    const message = 'Body validation error! This server does not take "models", "n", "__proto__x".';
    expect(await refusalOf({ maxTokens: 10 }, others)).toBe(message);
    expect(await refusalOf({ models: [HELLO.model] }, others)).toBe(message);
    expect(
      (await admitted({ parameters: ['n'], maxTokens: 9 }, { ...HELLO, n: 2 })).text,
    ).toContain('"n":2');
  });

  it('that calls may not use are left out when the server is told to', async () => {
    const options: DoorOptions = { parameters: ['stream'], otherParameters: 'drop' };
    const { request, text } = await admitted(options, { ...HELLO, stream: true, n: 3, seed: 1 });
    expect(request).toEqual({ ...HELLO, stream: true });
    expect(JSON.parse(text)).toEqual(request);
  });

  it('that stand twice in a body reach the engine once, as they were checked', async () => {
    const twice = `{"model":"foreign",${JSON.stringify(HELLO).slice(1)}`;
    expect((await admitted({ models: [HELLO.model] }, twice)).text).toBe(JSON.stringify(HELLO));
  });
});

describe('the limit of tokens', () => {
  it.each<[object, object]>([
    [{}, { max_tokens: 10 }],
    [{ max_tokens: 11 }, { max_tokens: 10 }],
    [{ max_tokens: 3 }, { max_tokens: 3 }],
    [{ max_completion_tokens: 11 }, { max_completion_tokens: 10 }],
    [
      { max_tokens: 99, max_completion_tokens: 5 },
      { max_tokens: 10, max_completion_tokens: 5 },
    ],
  ])('makes of %j %j', async (given, expected) => {
    const { request, text } = await admitted({ maxTokens: 10 }, { ...HELLO, ...given });
    expect(request).toEqual({ ...HELLO, ...expected });
    expect(JSON.parse(text)).toEqual(request);
  });
});

describe('a body', () => {
  it('with too many messages is refused', async () => {
    const messages = [...HELLO.messages, ...HELLO.messages];
    expect(await refusalOf({ maxMessages: 1 }, { ...HELLO, messages })).toBe(
      'Body validation error! messages: expected at most 1, received 2.',
    );
  });

  it('that is compressed is refused in words', async () => {
    const { fetch } = behindDoor({});
    const response = await fetch(post(HELLO, { headers: { 'content-encoding': 'gzip' } }));
    expect([response.status, response.headers.get('accept-encoding')]).toEqual([415, 'identity']);
    expect((await errorOf(response)).message).toContain('not compressed, received gzip');
  });

  it('that arrives too slowly is given up, and the connection with it', async () => {
    const clock = manualClock();
    const { fetch, calls } = behindDoor({ clock, bodyTimeoutMs: 1_000 });
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"model":')),
      cancel: () => void (cancelled = true),
    });
    const answer = fetch(post('', { body, duplex: 'half' } as RequestInit));
    await new Promise((resolve) => setImmediate(resolve));
    clock.pass(1_000);
    const response = await answer;
    expect([response.status, response.headers.get('connection')]).toEqual([408, 'close']);
    expect((await errorOf(response)).message).toBe('The body did not arrive within 1000 ms.');
    expect([cancelled, calls.length]).toEqual([true, 0]);
  });

  it('that arrived leaves no timer behind', async () => {
    const clock = manualClock();
    const { fetch } = behindDoor({ clock, maxRequestBytes: 100 });
    await fetch(post(HELLO));
    await fetch(post('x'.repeat(1_000)));
    await fetch(post('{"model":'));
    expect(clock.pending()).toBe(0);
  });
});

describe('options that cannot be meant', () => {
  it.each<[string, DoorOptions]>([
    ['allowedOrigins', { allowedOrigins: ['*'] }],
    ['allowedOrigins', { allowedOrigins: ['null'] }],
    ['allowedOrigins', { allowedOrigins: ['localhost:3000'] }],
    ['allowedOrigins', { allowedOrigins: ['https://a.example/path'] }],
    ['allowedOrigins', { allowedOrigins: ['https://me@a.example'] }],
    ['allowedHosts', { allowedHosts: ['http://a.example'] }],
    ['allowedHosts', { allowedHosts: ['*.example'] }],
    ['models', { models: [] }],
    ['defaultModel', { models: ['a'], defaultModel: 'b' }],
    ['prices', { models: ['a'], limits: { usd: { amount: 1, per: 'day' } } }],
    ['maxTokens', { maxTokens: 0 }],
    ['maxMessages', { maxMessages: NaN }],
    ['maxRequestBytes', { maxRequestBytes: 0 }],
    ['bodyTimeoutMs', { bodyTimeoutMs: 0 }],
    ['bodyTimeoutMs', { bodyTimeoutMs: Infinity }],
  ])('are refused by name: %s of %j', (path, options) => {
    expect(() => createDoor(options)).toThrow(
      expect.objectContaining({
        code: 'invalid_options',
        path: expect.any(String) as string,
      }) as Error,
    );
    expect(path).not.toBe('');
  });
});

describe('an engine that holds a key', () => {
  const engine = { name: 'relay', holdsKey: true };

  it('is not opened to everybody by accident', () => {
    expect(() => assertNotOpen(engine, {})).toThrow(
      expect.objectContaining({ code: 'invalid_options', path: 'allowAnonymous' }) as Error,
    );
  });

  it.each<DoorOptions>([
    { keys: [] },
    { authorize: () => 'ana' },
    { tickets: createTickets({ secret: 'x'.repeat(32) }) },
    { allowAnonymous: true },
  ])('is served to whom %j lets in', (options) => {
    expect(() => assertNotOpen(engine, options)).not.toThrow();
  });

  it('is asked about only when it holds one', () => {
    expect(() => assertNotOpen({ name: 'sim' }, {})).not.toThrow();
  });
});
