import type { Runtime } from '@hermes4/core';
import { describe, expect, it } from 'vitest';
import { pageRuntime } from './page.ts';
import { createTickets, type Ticket } from './ticket.ts';

function counting(tickets: readonly Partial<Ticket>[]) {
  let asked = 0;
  const source = (): Promise<Ticket> => Promise.resolve(tickets[asked++] as Ticket);
  return { source, asked: () => asked };
}

const noFetch = (): Promise<Response> => Promise.reject(new TypeError('offline'));
const at = (ms: number): string => new Date(ms).toISOString();
const clock = (now: () => number): Runtime => ({ ...pageRuntime, now });

describe('a ticket', () => {
  it('is fetched when it is first needed, once for all who need it', async () => {
    const { source, asked } = counting([{ ticket: 'a' }]);
    const tickets = createTickets(source, { fetch: noFetch, runtime: clock(() => 0) });
    expect(asked()).toBe(0);
    expect(await Promise.all([tickets.current(), tickets.current()])).toEqual(['a', 'a']);
    expect(await tickets.current()).toBe('a');
    expect(asked()).toBe(1);
  });

  it.each([
    [600_000, 569_999, 570_000],
    [20_000, 9_999, 10_000],
  ])(
    'that lasts %i ms is still used at %i ms and renewed at %i ms',
    async (life, used, renewed) => {
      let now = 0;
      const { source } = counting([{ ticket: 'a', expires_at: at(life) }, { ticket: 'b' }]);
      const tickets = createTickets(source, { fetch: noFetch, runtime: clock(() => now) });
      await tickets.current();
      now = used;
      expect(await tickets.current()).toBe('a');
      now = renewed;
      expect(await tickets.current()).toBe('b');
    },
  );

  it('that is over by the clock of a page whose clock is wrong is used all the same', async () => {
    const { source, asked } = counting([{ ticket: 'a', expires_at: at(5) }]);
    const tickets = createTickets(source, { fetch: noFetch, runtime: clock(() => 10) });
    await tickets.current();
    expect(await tickets.current()).toBe('a');
    expect(asked()).toBe(1);
  });

  it('that was refused is fetched anew, and only by the first who noticed', async () => {
    const { source, asked } = counting([{ ticket: 'a' }, { ticket: 'b' }]);
    const tickets = createTickets(source, { fetch: noFetch, runtime: clock(() => 0) });
    await tickets.current();
    tickets.drop('a');
    await tickets.current();
    tickets.drop('a');
    expect(await tickets.current()).toBe('b');
    expect(asked()).toBe(2);
  });

  it.each([
    [429, 'rate_limited'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [503, 'overloaded'],
  ])('that the route refuses with %i is the error %s', async (status, code) => {
    const fetch = (): Promise<Response> => Promise.resolve(new Response('no', { status }));
    const tickets = createTickets({ url: '/tickets' }, { fetch, runtime: clock(() => 0) });
    await expect(tickets.current()).rejects.toMatchObject({ code, status });
  });

  it('is asked for again after a failure', async () => {
    const { source } = counting([{}, { ticket: 'a' }]);
    const tickets = createTickets(source, { fetch: noFetch, runtime: clock(() => 0) });
    await expect(tickets.current()).rejects.toMatchObject({ code: 'unexpected_response' });
    expect(await tickets.current()).toBe('a');
  });

  it('says when its route cannot be reached', async () => {
    const tickets = createTickets({ url: '/tickets' }, { fetch: noFetch, runtime: clock(() => 0) });
    await expect(tickets.current()).rejects.toMatchObject({ code: 'connection_failed' });
  });
});
