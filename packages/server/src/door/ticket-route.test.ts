import { describe, expect, it } from 'vitest';
import { ENDPOINT } from '../../test/calls.ts';
import { manualClock } from '../../test/manual-clock.ts';
import { identify } from '../answer/identity.ts';
import { createTickets } from './create-tickets.ts';
import { type TicketRouteOptions, ticketRoute } from './ticket-route.ts';

const PAGE = 'https://app.example';

function setUp(options: Partial<TicketRouteOptions> = {}) {
  const clock = manualClock(new Date('2026-01-02T03:04:05Z'));
  const tickets = createTickets({ secret: 'x'.repeat(32), clock });
  const authorize = ({ headers }: Request): string | null => headers.get('x-hermes4-peer');
  const route = ticketRoute({ tickets, authorize, clock, ...options });
  const engine = { name: 'sim', fingerprint: 'sim', tokenCounts: 'exact' } as const;
  return { clock, tickets, route, ask };

  async function ask(headers: Record<string, string>): Promise<Response> {
    const request = new Request('http://localhost/tickets', { method: 'POST', headers });
    const identity = identify(request.headers, engine, new Date());
    return route.handle({ request, url: new URL(request.url), params: {}, identity });
  }
}

describe('a page', () => {
  it('gets a ticket that is good for its own origin, for as long as it says', async () => {
    const { tickets, ask } = setUp({ grant: { usd: 0.1, models: ['m'] } });
    const response = await ask({ origin: PAGE, 'x-hermes4-peer': '192.0.2.7' });
    const { ticket, expires_at } = (await response.json()) as Record<string, string>;
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(expires_at).toBe('2026-01-02T03:14:05.000Z');
    const headers = { authorization: `Bearer ${ticket ?? ''}`, origin: PAGE };
    expect(await tickets.authorize(new Request(ENDPOINT, { headers }))).toMatchObject({
      id: '192.0.2.7',
      grant: { usd: 0.1, models: ['m'] },
    });
    const elsewhere = new Request(ENDPOINT, {
      headers: { ...headers, origin: 'https://b.example' },
    });
    await expect(tickets.authorize(elsewhere)).rejects.toMatchObject({ status: 401 });
  });

  it('gets no more than so many a minute, by caller', async () => {
    const { clock, ask } = setUp({ perMinute: 2 });
    const ana = { origin: PAGE, 'x-hermes4-peer': '192.0.2.7' };
    await ask(ana);
    await ask(ana);
    await expect(ask(ana)).rejects.toMatchObject({ status: 429, headers: { 'retry-after': '30' } });
    await ask({ ...ana, 'x-hermes4-peer': '192.0.2.8' });
    clock.pass(30_000);
    await ask(ana);
  });
});

describe('whoever else', () => {
  it('does not say where it is from gets none', async () => {
    await expect(setUp().ask({ 'x-hermes4-peer': '192.0.2.7' })).rejects.toMatchObject({
      status: 403,
    });
  });

  it('is not known gets none', async () => {
    await expect(setUp().ask({ origin: PAGE })).rejects.toMatchObject({ status: 401 });
  });
});
