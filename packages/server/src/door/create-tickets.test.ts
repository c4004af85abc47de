import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENDPOINT } from '../../test/calls.ts';
import { manualClock } from '../../test/manual-clock.ts';
import { toBase64url } from './base64url.ts';
import { createTickets, type TicketOptions, type TicketRequest } from './create-tickets.ts';

const SECRET = 'a secret that nobody guesses, at least 32 bytes';
const OTHER = 'another secret that nobody guesses, at least 32';
const PAGE = 'https://app.example';
const NOW = new Date('2026-01-02T03:04:05Z');

function setUp(options: Partial<TicketOptions> = {}) {
  const clock = manualClock(NOW);
  let count = 0;
  const newId = (): string => `t${(count += 1)}`;
  return { clock, tickets: createTickets({ secret: SECRET, clock, newId, ...options }) };
}

function carrying(ticket: string, headers: Record<string, string> = {}, method = 'POST'): Request {
  const authorization = `Bearer ${ticket}`;
  return new Request(ENDPOINT, { method, headers: { authorization, ...headers } });
}

describe('a ticket', () => {
  it('lets its bearer in, as whom and for what it was made', async () => {
    const { tickets } = setUp();
    const request: TicketRequest = { subject: 'ana', origin: PAGE, models: ['m'], usd: 0.5 };
    const { ticket, expiresAt } = await tickets.issue(request);
    expect(ticket).toMatch(/^h4t1\.[\w-]+\.[\w-]{43}$/);
    expect(expiresAt).toEqual(new Date('2026-01-02T03:14:05Z'));
    expect(await tickets.authorize(carrying(ticket, { origin: PAGE }))).toEqual({
      id: 'ana',
      grant: { id: 't1', models: ['m'], usd: 0.5, expiresAt: Number(expiresAt) },
    });
  });

  it('carries any subject', async () => {
    const { tickets } = setUp();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 50 }), async (subject) => {
        const { ticket } = await tickets.issue({ subject });
        const { id } = await tickets.authorize(carrying(ticket));
        expect(id).toBe(subject);
      }),
    );
  });

  it('ends with its time, which a request can shorten but not lengthen', async () => {
    const { clock, tickets } = setUp({ ttlMs: 1_000 });
    const [short, long] = await Promise.all([
      tickets.issue({ subject: 'ana', ttlMs: 400 }),
      tickets.issue({ subject: 'ana', ttlMs: 4_000 }),
    ]);
    clock.pass(399);
    await tickets.authorize(carrying(short.ticket));
    clock.pass(1);
    await expect(tickets.authorize(carrying(short.ticket))).rejects.toMatchObject({
      status: 401,
      message: 'This request requires a valid ticket. This one has expired. Ask for another.',
      headers: { 'www-authenticate': 'Bearer' },
    });
    clock.pass(600);
    await expect(tickets.authorize(carrying(long.ticket))).rejects.toThrow('has expired');
  });

  it('of a machine whose clock is far ahead is not good yet', async () => {
    const { tickets } = setUp();
    const ahead = createTickets({ secret: SECRET, clock: manualClock(Number(NOW) + 60_001) });
    const near = createTickets({ secret: SECRET, clock: manualClock(Number(NOW) + 60_000) });
    await tickets.authorize(carrying((await near.issue({ subject: 'ana' })).ticket));
    const { ticket } = await ahead.issue({ subject: 'ana' });
    await expect(tickets.authorize(carrying(ticket))).rejects.toThrow('not good yet');
  });

  it.each([undefined, 'https://evil.example', 'null', 'https://APP.example', `${PAGE}.`])(
    'for pages of one origin is not taken from %s',
    async (origin) => {
      const { tickets } = setUp();
      const { ticket } = await tickets.issue({ subject: 'ana', origin: PAGE });
      const request = carrying(ticket, origin === undefined ? {} : { origin });
      await expect(tickets.authorize(request)).rejects.toMatchObject({ status: 401 });
    },
  );

  it('for pages of one origin is taken without it where a page reads from its own', async () => {
    const { tickets } = setUp();
    const { ticket } = await tickets.issue({ subject: 'ana', origin: PAGE });
    expect(await tickets.authorize(carrying(ticket, {}, 'GET'))).toMatchObject({ id: 'ana' });
    const other = { origin: 'https://evil.example' };
    await expect(tickets.authorize(carrying(ticket, other, 'GET'))).rejects.toThrow('origin');
  });

  it('that was changed at any place is none', async () => {
    const { tickets } = setUp();
    const { ticket } = await tickets.issue({ subject: 'ana', usd: 0.5 });
    const place = fc.integer({ min: 0, max: ticket.length - 1 });
    const letter = fc.constantFrom('A', 'B', 'b', 'z', '0', '9', '-', '_', '.');
    await fc.assert(
      fc.asyncProperty(place, letter, async (at, character) => {
        fc.pre(ticket[at] !== character);
        const changed = ticket.slice(0, at) + character + ticket.slice(at + 1);
        await expect(tickets.authorize(carrying(changed))).rejects.toMatchObject({ status: 401 });
      }),
    );
  });

  it('that was made up is none, whatever it says', async () => {
    const { tickets } = setUp();
    const { ticket } = await tickets.issue({ subject: 'ana' });
    const [, payload = '', signature = ''] = ticket.split('.');
    const claims = { id: 't', sub: 'admin', iat: 0, exp: 1e15 };
    const forged = toBase64url(new TextEncoder().encode(JSON.stringify(claims)));
    for (const made of [
      `h4t1.${forged}.${signature}`,
      `h4t1.${forged}.`,
      `h4t1.${forged}`,
      `h4t1.${forged}.${'A'.repeat(43)}`,
      `h4t1.${payload}.${signature}.${signature}`,
      `h4t1.${payload}.${signature}=`,
      `h4t2.${payload}.${signature}`,
      `h4t1.${toBase64url(new TextEncoder().encode('null'))}.${signature}`,
      `h4t1.${'A'.repeat(100_000)}.${signature}`,
      'h4t1.',
      'h4t1...',
    ]) {
      await expect(tickets.authorize(carrying(made))).rejects.toMatchObject({ status: 401 });
    }
    await expect(tickets.authorize(new Request(ENDPOINT))).rejects.toMatchObject({ status: 401 });
  });

  it('of an old secret is good for as long as the secret is listed', async () => {
    const { clock, tickets } = setUp();
    const { ticket } = await tickets.issue({ subject: 'ana' });
    const rotated = createTickets({ secret: [OTHER, SECRET], clock });
    const later = createTickets({ secret: OTHER, clock });
    expect(await rotated.authorize(carrying(ticket))).toMatchObject({ id: 'ana' });
    await expect(later.authorize(carrying(ticket))).rejects.toMatchObject({ status: 401 });
    const renewed = await rotated.issue({ subject: 'ana' });
    expect(await later.authorize(carrying(renewed.ticket))).toMatchObject({ id: 'ana' });
  });
});

describe('a secret', () => {
  it.each<[string, TicketOptions['secret']]>([
    ['too short', 'x'.repeat(31)],
    ['too short in bytes', new Uint8Array(31)],
    ['too short beside a good one', [SECRET, 'short']],
    ['none', []],
    ['empty', ''],
  ])('is refused when it is %s, without being told', (_, secret) => {
    expect(() => createTickets({ secret })).toThrow(
      expect.objectContaining({ code: 'invalid_options', path: 'secret' }) as Error,
    );
  });

  it('may be bytes, which may be wiped afterwards', async () => {
    const bytes = new TextEncoder().encode(SECRET);
    const { tickets, clock } = setUp({ secret: bytes });
    bytes.fill(0);
    const { ticket } = await tickets.issue({ subject: 'ana' });
    const same = createTickets({ secret: SECRET, clock });
    expect(await same.authorize(carrying(ticket))).toMatchObject({ id: 'ana' });
  });
});
