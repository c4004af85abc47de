import type { Interceptor } from '@hermes4/core';
import type { ResumePorts } from './resumable.ts';

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
