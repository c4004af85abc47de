import type { Refusal } from '../refusal.ts';
import type { Identity } from './identity.ts';

/** A refusal as the answer that the hosted API would send. */
export function errorResponse(
  refusal: Refusal,
  identity: Identity,
  url: string,
  now: Date,
): Response {
  return Response.json(errorBody(refusal, identity, url, now), {
    status: refusal.status,
    headers: { ...identity.headers, ...refusal.headers },
  });
}

/** A refusal in one of the two forms of the hosted API's errors. */
export function errorBody(
  { title, status, message }: Refusal,
  identity: Identity,
  url: string,
  now: Date,
): object {
  if (title !== undefined) return { title, status, message };
  return {
    requestId: identity.id,
    statusCode: status,
    timestamp: now.toISOString(),
    path: new URL(url).pathname,
    message,
  };
}
