import type { EngineIdentity } from '../engine/engine.ts';

/** What every answer to one call says about itself. */
export interface Identity {
  /** A random UUID, sent as `x-inference-id`. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** What every answer has to send, by names in lower case: its ids, the engine, how tokens were counted. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The alphabet that the hosted API accepts; it drops any other id in silence. */
const CLIENT_REQUEST_ID = /^[\w.:-]{1,128}$/;

/** Names a call, for its body, its headers and whoever looks for it in a log. */
export function identify(
  headers: Headers,
  engine: EngineIdentity,
  now: Date,
  more: Readonly<Record<string, string>> = {},
): Identity {
  const id = crypto.randomUUID();
  const clientId = headers.get('x-client-request-id') ?? '';
  return {
    id,
    created: Math.floor(now.getTime() / 1_000),
    headers: {
      'x-inference-id': id,
      ...(CLIENT_REQUEST_ID.test(clientId) && { 'x-client-request-id': clientId }),
      'x-hermes4-engine': engine.name,
      'x-hermes4-usage': engine.tokenCounts,
      ...more,
    },
  };
}
