import { systemClock } from '../../clock.ts';
import type { ExchangeEngine } from '../engine.ts';
import { callUpstream } from './call-upstream.ts';
import { createPassage } from './create-passage.ts';
import { passBody } from './pass-body.ts';
import { planCall } from './plan-call.ts';
import type { RelayOptions } from './relay-options.ts';
import { repairWhole } from './repair.ts';
import { resolveRelay } from './resolve-relay.ts';
import { checkAnswer, responseHeaders } from './response-headers.ts';

/** Statuses whose answers have no body. */
const BODILESS = [204, 205];

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
  const relay = resolveRelay(options);
  const { fetch = globalThis.fetch, clock = systemClock } = options;

  return {
    name: 'relay',
    fingerprint: 'hermes4-relay-1',
    tokenCounts: 'exact',
    holdsKey: relay.headers.has('authorization') || relay.secrets.length > 0,
    async answer(exchange) {
      const plan = planCall(exchange, relay);
      const upstream = await callUpstream(plan, {
        ...relay,
        fetch: (url, init) => fetch(url, init),
        clock,
        signal: exchange.signal,
      });
      const { status, headers } = upstream;
      try {
        checkAnswer(status, headers);
        const isEvents = /^text\/event-stream\b/i.test(headers.get('content-type') ?? '');
        const repair = status < 300 && !BODILESS.includes(status) ? plan.repair : undefined;
        const passage = createPassage({ ...plan, repair: isEvents ? repair : undefined });
        const answered = responseHeaders(headers, plan.secrets);
        if (repair) answered.set('x-hermes4-repaired', 'true');
        const body =
          repair && !isEvents
            ? await repairWhole(upstream, { passage, context: repair })
            : passBody(upstream, { passage, isEvents, signal: exchange.signal });
        return new Response(BODILESS.includes(status) ? null : body, { status, headers: answered });
      } catch (error) {
        upstream.close();
        throw error;
      }
    },
  };
}
