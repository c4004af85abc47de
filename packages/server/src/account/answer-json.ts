import type { Visit } from '../call.ts';

/** Answers a visit with JSON, and with what every answer says about itself. */
export function answerJson({ identity }: Visit, value: unknown): Response {
  return Response.json(value, { headers: identity.headers });
}
