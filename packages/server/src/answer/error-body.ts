import type { Refusal } from '../refusal.ts';
import type { Identity } from './identity.ts';

/** A refusal in the form of the hosted API's errors. */
export function errorResponse(
  refusal: Refusal,
  identity: Identity,
  url: string,
  now: Date,
): Response {
  const body = {
    requestId: identity.id,
    statusCode: refusal.status,
    timestamp: now.toISOString(),
    path: new URL(url).pathname,
    message: refusal.message,
  };
  return Response.json(body, {
    status: refusal.status,
    headers: { ...identity.headers, ...refusal.headers },
  });
}
