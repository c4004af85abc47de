import type { Route } from '../call.ts';
import { type Clock, systemClock } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import { type CallerOf, identify } from './callers.ts';
import type { TicketRequest, Tickets } from './create-tickets.ts';
import type { LimitStore } from './limit-store.ts';
import { createLimiter } from './limiter.ts';

/** To whom tickets are given, and what they allow. */
export interface TicketRouteOptions {
  /** What makes them; the server's option `tickets` takes the same. */
  readonly tickets: Tickets;
  /**
   * Who asks: an account's or a session's id, or the network address as the mount knows it. All tickets of
   * one caller share its limits. The Node adapter writes the address of the connection into
   * `x-hermes4-peer`; behind a proxy of yours, take what that proxy writes.
   */
  readonly authorize: CallerOf;
  /** What a ticket allows. @defaultValue what the server allows, for pages of the origin that asks */
  readonly grant?: Omit<TicketRequest, 'subject' | 'origin'> | undefined;
  /** How many tickets a caller may have in a minute. @defaultValue 6 */
  readonly perMinute?: number | undefined;
  /** Where that is counted; the server's option `limitStore` takes the same. @defaultValue in memory */
  readonly limitStore?: LimitStore | undefined;
  /** @defaultValue `/tickets` */
  readonly path?: string | undefined;
  /** @defaultValue the machine's own */
  readonly clock?: Clock | undefined;
}

/**
 * Makes the route at which pages get tickets: `POST /tickets` answers `{"ticket": "h4t1.…", "expires_at":
 * "2026-01-02T03:04:05.000Z"}`. A page must say by `Origin` where it is from, as every browser does; the
 * server has checked by then that the origin may call, and the ticket is good for that origin alone. A
 * program can write any `Origin`: what holds it back is `perMinute`, the server's `limits`, and the
 * ticket's own budget.
 *
 * Its answers: 401 and 403 as `authorize` decides, 403 without an origin, 429 past `perMinute`, 503 when
 * `limitStore` cannot count.
 */
export function ticketRoute(options: TicketRouteOptions): Route {
  const { tickets, authorize, grant = {}, clock = systemClock } = options;
  const limits = { requestsPerMinute: options.perMinute ?? 6 };
  const limiter = createLimiter({ limits, clock, scope: 'tickets', store: options.limitStore });
  return {
    method: 'POST',
    path: options.path ?? '/tickets',
    async handle({ request }) {
      const origin = request.headers.get('origin');
      if (origin === null) {
        throw new Refusal(403, 'Tickets are for pages, and this request has no Origin.');
      }
      const { id } = await identify(authorize, request);
      const lease = await limiter.begin({ id }, { tokens: 0, usd: 0 });
      await lease.end();
      const { ticket, expiresAt } = await tickets.issue({ ...grant, subject: id, origin });
      return Response.json(
        { ticket, expires_at: expiresAt.toISOString() },
        { headers: { 'cache-control': 'no-store' } },
      );
    },
  };
}
