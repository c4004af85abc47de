import type { HttpRequest } from '@hermes4/core';
import { followBody } from './followed-body.ts';
import type { LazyTickets } from './lazy-tickets.ts';
import { type PagePorts, pageFetch, pageRuntime } from './page.ts';

/** What resuming needs. */
export interface ResumePorts extends PagePorts {
  readonly tickets: LazyTickets | undefined;
  /** The page's own origin: no other is asked, because the question would cost a preflight. */
  readonly origin: string | undefined;
}

/** The same answer, whose stream is found again after a lost connection. */
export function resumable(
  { body, status, headers }: Response,
  url: string,
  request: HttpRequest,
  { fetch = pageFetch, runtime = pageRuntime, tickets }: ResumePorts,
): Response {
  const stream = followBody(body as ReadableStream<Uint8Array>, { goOn, leave, runtime });
  return new Response(stream, { status, headers });

  async function goOn(lastId: string | undefined, signal: AbortSignal): Promise<Response> {
    const from = lastId === undefined ? {} : { 'last-event-id': lastId };
    const response = await fetch(url, { headers: { ...(await credentials()), ...from }, signal });
    if (response.status !== 401 || !tickets) return response;
    const held = await tickets();
    held.drop(await held.current());
    return fetch(url, { headers: { ...(await credentials()), ...from }, signal });
  }

  function leave(): void {
    // `keepalive`: the page may be going, too.
    void credentials()
      .then((sent) => fetch(url, { method: 'DELETE', headers: sent, keepalive: true }))
      .catch(() => undefined);
  }

  async function credentials(): Promise<Record<string, string>> {
    const given = request.headers['authorization'];
    const authorization = tickets ? `Bearer ${await (await tickets()).current()}` : given;
    return authorization === undefined ? {} : { authorization };
  }
}
