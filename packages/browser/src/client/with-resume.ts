import type { Fetch, HttpRequest, Interceptor, Runtime } from '@hermes4/core';
import type { Tickets } from './ticket.ts';

/** What resuming needs. */
export interface ResumePorts {
  readonly fetch: Fetch;
  readonly runtime: Runtime;
  readonly tickets: Tickets | undefined;
  /** The page's own origin: no other is asked, because the question would cost a preflight. */
  readonly origin: string | undefined;
}

/** The relay's header: asks for a stream that can be resumed, and says where it is found. */
const HEADER = 'x-hermes4-resume';

/** Goes on with a stream whose connection was lost, where the relay keeps its events. */
export function withResume(ports: ResumePorts): Interceptor {
  return (next) => async (request) => {
    const { origin } = new URL(request.url);
    const isAsked = request.method === 'POST' && origin === ports.origin;
    const headers = { ...request.headers, ...(isAsked && { [HEADER]: 'true' }) };
    const response = await next({ ...request, headers });
    const path = response.headers.get(HEADER);
    if (path === null || !response.body) return response;
    const events = new URL(path, request.url);
    // A ticket is for the relay that takes it, wherever its answer points.
    return events.origin === origin ? followed(response, events.href, request, ports) : response;
  };
}

async function followed(
  { body, status, headers }: Response,
  url: string,
  request: HttpRequest,
  { fetch, runtime, tickets }: ResumePorts,
): Promise<Response> {
  // Loaded for those whose relay resumes.
  const { followBody } = await import('./followed-body.ts');
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
