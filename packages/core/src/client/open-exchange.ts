import { readErrorAnswer } from '../decode/error-answer.ts';
import type { RequestOptions } from '../model/client-options.ts';
import type { Exchange } from '../model/exchange.ts';
import type { HttpRequest } from '../model/http.ts';
import type { Timeouts } from '../model/timeouts.ts';
import type { Limits } from '../transport/deadlines.ts';
import { createExchange } from '../transport/exchange.ts';
import {
  checkedRetries,
  checkedTimeout,
  NO_TIMEOUTS,
  type ResolvedOptions,
} from './resolve-options.ts';

/** One call, as the transport sees it. */
export interface HostCall extends RequestOptions {
  /** Writes the request; runs once, when the call begins. */
  readonly request: () => HttpRequest | Promise<HttpRequest>;
  /** Whether the answer arrives in pieces. */
  readonly stream: boolean;
  /** Which statuses are good besides 200 to 299. */
  readonly accepts?: ((status: number) => boolean) | undefined;
}

const DEFAULTS: Limits = {
  total: Infinity,
  firstByte: 120_000,
  firstContent: 600_000,
  idleBytes: 120_000,
  idleContent: 180_000,
};
/** A host generates all of a whole answer before it sends the headers. */
const WHOLE_DEFAULTS: Limits = { ...DEFAULTS, firstByte: 600_000 };

/** Makes a call with what its options and those of the client say; `respond()` begins it. */
export function openExchange(call: HostCall, client: ResolvedOptions): Exchange {
  const { accepts, signal, clientRequestId, stream } = call;
  const { fetch, runtime, interceptors, observe } = client;
  return createExchange({
    request: () => {
      // Said to whoever waits for the call, as anything else that can fail.
      checkedTimeout(call.timeout);
      checkedRetries(call.maxRetries);
      return call.request();
    },
    accepts,
    signal,
    clientRequestId,
    fetch,
    runtime,
    interceptors,
    observe,
    readError: readErrorAnswer,
    budget: call.budget ?? client.budget,
    maxRetries: call.maxRetries ?? client.maxRetries,
    limits: limitsOf(stream ? DEFAULTS : WHOLE_DEFAULTS, client.timeout, call.timeout),
  });
}

function limitsOf(defaults: Limits, client: Timeouts, call: number | Timeouts | undefined): Limits {
  // Most calls name none.
  if (call === undefined && client === NO_TIMEOUTS) return defaults;
  const named: Timeouts | undefined = typeof call === 'number' ? { total: call } : call;
  const limit = (clock: keyof Timeouts): number =>
    named?.[clock] ?? client[clock] ?? defaults[clock];
  return {
    total: limit('total'),
    firstByte: limit('firstByte'),
    firstContent: limit('firstContent'),
    idleBytes: limit('idleBytes'),
    idleContent: limit('idleContent'),
  };
}
