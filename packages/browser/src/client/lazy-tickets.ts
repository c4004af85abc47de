import type { PagePorts } from './page.ts';
import type { TicketSource, Tickets } from './ticket.ts';

/** Gives tickets once their code is loaded, which is for those who use them. */
export type LazyTickets = () => Promise<Tickets>;

/** Loads what fetches and renews tickets with the first call. */
export function lazyTickets(source: TicketSource, ports: PagePorts): LazyTickets {
  let loading: Promise<Tickets> | undefined;
  return () =>
    (loading ??= import('./ticket.ts').then(
      ({ createTickets }) => createTickets(source, ports),
      (error: unknown) => {
        // The network may be back for the next call.
        loading = undefined;
        throw error;
      },
    ));
}
