import { describe, expect, it } from 'vitest';
import { behindDoor, UPSTREAM_KEY } from '../../test/behind-door.ts';
import { ENDPOINT, errorOf, HELLO, post } from '../../test/calls.ts';
import { manualClock } from '../../test/manual-clock.ts';
import { createTickets } from './create-tickets.ts';
import type { DoorOptions } from './door-options.ts';

const KEY = 'sk-caller-key-0123456789';
const PAGE = 'https://app.example';
const AUTHORIZED = { authorization: `Bearer ${KEY}` };

/** A call under a name, as it arrives when that name points at the server. */
function under(origin: string, headers: Record<string, string> = {}): Request {
  return new Request(`${origin}/v1/chat/completions`, post(HELLO, { headers }));
}

/** Every answer must be as documented, the engine never called, and no key in any of them. */
async function expectRefused(options: DoorOptions, status: number, requests: readonly Request[]) {
  const door = behindDoor({ keys: [KEY], ...options });
  for (const request of requests) {
    const response = await door.fetch(request);
    const said = JSON.stringify([...response.headers]) + (await response.clone().text());
    expect([response.status, (await errorOf(response)).statusCode]).toEqual([status, status]);
    for (const secret of [KEY, UPSTREAM_KEY]) expect(said).not.toContain(secret);
  }
  expect(door.calls).toEqual([]);
}

describe('a forged Origin', () => {
  it.each([
    'https://evil.example',
    'null',
    '',
    'http://app.example',
    'https://app.example:8443',
    'https://app.example.',
    'https://app.example.evil.example',
    'https://app.example@evil.example',
    'https://APP.example',
    'https://app.example/',
    'https://app.example, https://evil.example',
    'https://[::1]',
    'app.example',
  ])('%j is refused', async (origin) => {
    const requests = [under('http://localhost', { ...AUTHORIZED, origin })];
    await expectRefused({ allowedOrigins: [PAGE] }, 403, requests);
  });

  it('is told from an allowed one and from the server’s own', async () => {
    const { statuses } = behindDoor({ keys: [KEY], allowedOrigins: [`${PAGE}/`] });
    const requests = [PAGE, 'http://localhost'].map((origin) =>
      under('http://localhost', { ...AUTHORIZED, origin }),
    );
    expect(await statuses(requests)).toEqual([200, 200]);
  });
});

describe('a forged Host', () => {
  const allowedHosts = ['chat.example.com', '[::1]:4405'];

  it('is refused in the address and in the header', async () => {
    await expectRefused({ allowedHosts }, 403, [
      under('http://evil.example', AUTHORIZED),
      under('http://chat.example.com.evil.example', AUTHORIZED),
      under('http://localhost', AUTHORIZED),
      under('http://[::1]:4406', AUTHORIZED),
      under('http://[::ffff:127.0.0.1]:4405', AUTHORIZED),
      under('http://chat.example.com', { ...AUTHORIZED, host: 'evil.example' }),
      under('http://evil.example', { ...AUTHORIZED, host: 'chat.example.com' }),
      under('http://chat.example.com', { ...AUTHORIZED, host: 'me@chat.example.com' }),
      under('http://chat.example.com', { ...AUTHORIZED, host: 'chat.example.com/evil' }),
      under('http://chat.example.com', { ...AUTHORIZED, host: '' }),
    ]);
  });

  it('is told from the server’s names, however they are written', async () => {
    const { statuses } = behindDoor({ keys: [KEY], allowedHosts });
    const requests = [
      under('http://chat.example.com', AUTHORIZED),
      under('https://CHAT.example.com.:8443', AUTHORIZED),
      under('http://[0:0::1]:4405', AUTHORIZED),
      under('http://chat.example.com', { ...AUTHORIZED, host: 'Chat.Example.Com:80' }),
    ];
    expect(await statuses(requests)).toEqual([200, 200, 200, 200]);
  });

  it('of a page that lets its name point here gets nothing from a server that asks for nothing', async () => {
    const rebound = under('http://evil.example', { origin: 'http://evil.example' });
    await expectRefused({ keys: undefined }, 403, [rebound]);
    const { statuses } = behindDoor({});
    const own = under('http://localhost:4405', { origin: 'http://localhost:4405' });
    expect(await statuses([own])).toEqual([200]);
  });
});

describe('a caller who is none', () => {
  const headers = (authorization: string): Record<string, string> => ({ authorization });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer guess',
    `Bearer ${KEY}x`,
    `Bearer ${KEY.slice(0, 8)}`,
    `Bearer ${KEY} ${KEY}`,
    `Bearer ${KEY}, Bearer ${KEY}`,
    `Basic ${btoa(`:${KEY}`)}`,
    `Bearer ${KEY.toUpperCase()}`,
    'Bearer __proto__',
    'Bearer constructor',
  ])('but says %j is refused', async (authorization) => {
    await expectRefused({}, 401, [post(HELLO, { headers: headers(authorization) })]);
  });

  it('cannot bring line breaks into a header', () => {
    expect(() => post(HELLO, { headers: headers(`Bearer ${KEY}\r\nx-admin: 1`) })).toThrow(
      TypeError,
    );
  });

  it('cannot bring anything but the alphabet of ids into an answer', async () => {
    const { fetch } = behindDoor({ keys: [KEY] });
    for (const id of ['a b', 'a;b', 'ä', '<script>', 'a'.repeat(129)]) {
      const answer = await fetch(post(HELLO, { headers: { 'x-client-request-id': id } }));
      expect(JSON.stringify([...answer.headers])).not.toContain(id);
    }
  });
});

describe('a ticket', () => {
  const secret = 'a secret that nobody guesses, at least 32 bytes';

  it('that is expired, tampered with, early, or another page’s is refused', async () => {
    const clock = manualClock(1e12);
    const tickets = createTickets({ secret, clock });
    const ahead = createTickets({ secret, clock: manualClock(1e12 + 1e6) });
    const foreign = createTickets({ secret: secret.toUpperCase(), clock });
    const expired = await tickets.issue({ subject: 'ana', ttlMs: 1 });
    const bound = await tickets.issue({ subject: 'ana', origin: PAGE });
    const good = await tickets.issue({ subject: 'ana' });
    clock.pass(2);
    const made = [
      expired.ticket,
      bound.ticket,
      (await ahead.issue({ subject: 'ana' })).ticket,
      (await foreign.issue({ subject: 'ana' })).ticket,
      good.ticket.replace('.', '.x'),
      `${good.ticket}x`,
    ];
    await expectRefused(
      { tickets, clock },
      401,
      made.map((ticket) => post(HELLO, { headers: { authorization: `Bearer ${ticket}` } })),
    );
  });
});

describe('a foreign model', () => {
  it.each([
    { model: 'openai/gpt-5' },
    { model: 'nousresearch/hermes-4-405b ' },
    { model: 'NOUSRESEARCH/HERMES-4-405B' },
    { model: ['nousresearch/hermes-4-405b'] },
    { models: ['openai/gpt-5'] },
    { n: 1_000 },
  ])('is refused, and what chooses one behind the door’s back: %j', async (extra) => {
    const request = post({ ...HELLO, ...extra }, { headers: AUTHORIZED });
    await expectRefused({ models: [HELLO.model] }, 400, [request]);
  });
});

describe('too much', () => {
  it('in one body is refused', async () => {
    const options = { maxRequestBytes: 1_000, maxMessages: 2 };
    const large = { ...HELLO, pad: 'x'.repeat(1_000) };
    await expectRefused(options, 413, [post(large, { headers: AUTHORIZED })]);
  });

  it('from one caller is refused: of 10,000 calls the engine sees sixty', async () => {
    const clock = manualClock();
    const limits = { requestsPerMinute: 60 };
    const door = behindDoor({ keys: [KEY], limits, clock });
    const requests = Array.from({ length: 10_000 }, () => post(HELLO, { headers: AUTHORIZED }));
    const statuses = await door.statuses(requests);
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(9_940);
    expect(door.calls).toHaveLength(60);
  });

  it('from one caller takes nothing from another', async () => {
    const limits = { requestsPerMinute: 1 };
    const authorize = ({ headers }: Request): string | null => headers.get('x-user');
    const door = behindDoor({ authorize, limits, clock: manualClock() });
    const as = (user: string): Request => post(HELLO, { headers: { 'x-user': user } });
    const flood = await door.statuses(Array.from({ length: 100 }, () => as('mallory')));
    expect(flood.filter((status) => status === 200)).toHaveLength(1);
    const others = Array.from({ length: 1_000 }, (_, index) => as(`user-${index}`));
    expect(new Set(await door.statuses(others))).toEqual(new Set([200]));
  });

  it('is told how to wait, in the words and headers of the hosted API', async () => {
    const door = behindDoor({ limits: { requestsPerMinute: 1 }, clock: manualClock() });
    await door.fetch(post(HELLO));
    const response = await door.fetch(post(HELLO));
    expect(response.headers.get('retry-after')).toBe('60');
    expect(response.headers.get('x-ratelimit-remaining-requests')).toBe('0');
    expect(await errorOf(response)).toMatchObject({
      statusCode: 429,
      path: new URL(ENDPOINT).pathname,
      message: expect.stringMatching(/^Too Many Requests/) as string,
    });
  });
});
