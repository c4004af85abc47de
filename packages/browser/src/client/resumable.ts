import type { Fetch, HttpRequest, Runtime } from '@hermes4/core';
import { followBody } from './followed-body.ts';
import type { Tickets } from './ticket.ts';

/** What resuming needs. */
export interface ResumePorts {
  readonly fetch: Fetch;
  readonly runtime: Runtime;
  readonly tickets: Tickets | undefined;
  /** The page's own origin: no other is asked, because the question would cost a preflight. */
  readonly origin: string | undefined;
}

/** The same answer, whose stream is found again after a lost connection. */
export function resumable(
  { body, status, headers }: Response,
  url: string,
  request: HttpRequest,
  { fetch, runtime, tickets }: ResumePorts,
): Response {
  const stream = followBody(body as ReadableStream<Uint8Array>, { goOn, leave, runtime });
  return new Response(stream, { status, headers });

  async function goOn(lastId: string | undefined, signal: AbortSignal): Promise<Response> {
    const from = lastId === undefined ? {} : { 'last-event-id': lastId };
    const response = await fetch(url, { headers: { ...(await credentials()), ...from }, signal });
    if (response.status !== 401 || !tickets) return response;
    tickets.drop(await tickets.current());
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
    const authorization = tickets ? `Bearer ${await tickets.current()}` : given;
    return authorization === undefined ? {} : { authorization };
  }
}
