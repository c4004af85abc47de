import type { ExchangeEngine } from '../engine.ts';
import { giveAnswer } from './give-answer.ts';
import { openUpstream } from './open-upstream.ts';
import type { RelayOptions } from './relay-options.ts';

/**
 * Makes an engine that passes calls on to another host: the hosted API, OpenRouter, a vLLM server, another
 * local server.
 *
 * Status and body come back as the upstream sent them, errors too, as fast as the caller reads. What is
 * not passed: headers that belong to a connection, cookies, permissions for pages of other origins, the
 * relay's key: wherever an answer repeats it, asterisks stand in its place, and a piece whose end could be
 * its beginning waits for the next. Of the caller's headers only `Accept`, `X-Client-Request-Id` and the
 * trace context go up. Redirects are not followed: they could lead the key elsewhere.
 *
 * A call that gets no answer is refused with 502, after too long a silence with 504. An answer that breaks
 * off ends in an event that says so, or in a broken connection where no event can be written; never in a
 * clean end. When the caller leaves, so does the relay.
 *
 * @throws HermesError `invalid_options` when an option cannot be used; its `path` names it.
 * @example
 * ```ts
 * import { createLocalServer, createRelayEngine } from '@hermes4/server';
 *
 * const engine = createRelayEngine({ host: 'openrouter', apiKey: 'your key', repair: true });
 * const server = createLocalServer({ engine, keys: ['a key for your callers'] });
 * ```
 */
export function createRelayEngine(options: RelayOptions): ExchangeEngine {
  const upstream = openUpstream(options);
  return {
    name: 'relay',
    fingerprint: 'hermes4-relay-1',
    tokenCounts: 'exact',
    holdsKey: upstream.holdsKey,
    async answer(exchange) {
      const { signal } = exchange;
      return giveAnswer(await upstream.open(exchange, signal), signal);
    },
  };
}
