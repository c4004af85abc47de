import { type Clock, systemClock } from '../../clock.ts';
import type { EngineExchange } from '../engine.ts';
import { callUpstream, type UpstreamAnswer } from './call-upstream.ts';
import { type PlannedCall, planCall } from './plan-call.ts';
import type { RelayFetch, RelayOptions } from './relay-options.ts';
import { type Relay, resolveRelay } from './resolve-relay.ts';
import { checkAnswer } from './response-headers.ts';

/** A call whose answer has begun, and of which the caller has got nothing yet. */
export interface OpenedCall {
  readonly plan: Pick<PlannedCall, 'secrets' | 'renamed' | 'repair'>;
  readonly answer: UpstreamAnswer;
}

/** A host that calls are passed on to. */
export interface Upstream {
  readonly relay: Relay;
  readonly fetch: RelayFetch;
  /** Whether the relay itself brings a key to its calls. */
  readonly holdsKey: boolean;
  /**
   * Sends a call up and waits until its answer begins.
   *
   * @param signal Aborted when the answer is not wanted any more.
   * @throws Refusal when there is no answer that can be passed on; the signal's reason when it is aborted.
   */
  open(exchange: EngineExchange, signal: AbortSignal): Promise<OpenedCall>;
}

/**
 * Gets ready to pass calls on.
 *
 * @throws HermesError `invalid_options` when an option cannot be used.
 */
export function openUpstream(options: RelayOptions): Upstream {
  const relay = resolveRelay(options);
  const { fetch = globalThis.fetch, clock = systemClock } = options;
  return {
    relay,
    fetch,
    holdsKey: relay.headers.has('authorization') || relay.secrets.length > 0,
    open: (exchange, signal) => open(exchange, signal, { relay, fetch, clock }),
  };
}

async function open(
  exchange: EngineExchange,
  signal: AbortSignal,
  { relay, fetch, clock }: { relay: Relay; fetch: RelayFetch; clock: Clock },
): Promise<OpenedCall> {
  const plan = planCall(exchange, relay);
  const answer = await callUpstream(plan, { ...relay, fetch, clock, signal });
  try {
    checkAnswer(answer.status, answer.headers);
    return { plan, answer };
  } catch (error) {
    answer.close();
    throw error;
  }
}
