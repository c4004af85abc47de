import { type HttpRequest, type Interceptor, isHermesError } from '@hermes4/core';
import type { Tickets } from './ticket.ts';

/** Sends each call with a ticket, and once more with another when the relay refuses the first. */
export function withTicket(tickets: Tickets): Interceptor {
  return (next) => async (request) => {
    const ticket = await tickets.current();
    try {
      return await next(authorized(request, ticket));
    } catch (error) {
      if (!isHermesError(error) || error.status !== 401) throw error;
      tickets.drop(ticket);
      return next(authorized(request, await tickets.current()));
    }
  };
}

function authorized(request: HttpRequest, ticket: string): HttpRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${ticket}` } };
}
