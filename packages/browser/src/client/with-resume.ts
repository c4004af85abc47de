import type { Fetch, Interceptor, Runtime } from '@hermes4/core';
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
    if (events.origin !== origin) return response;
    // Loaded for those whose relay resumes.
    const { resumable } = await import('./resumable.ts');
    return resumable(response, events.href, request, ports);
  };
}
