import { HermesError } from '../errors/hermes-error.ts';
import type { RequestOptions } from '../model/client-options.ts';
import type { Exchange } from '../model/exchange.ts';
import type { HttpRequest, HttpResponse } from '../model/http.ts';
import { createExchange } from '../transport/exchange.ts';
import {
  checkedRequestId,
  checkedTimeout,
  checkRetries,
  namedTimeout,
  type ResolvedOptions,
} from './resolve-options.ts';

/** One call, as the transport sees it. */
export interface HostCall {
  /** Writes the request; runs once, when the call begins. */
  readonly request: () => HttpRequest | Promise<HttpRequest>;
  /** Whether the answer arrives in pieces. */
  readonly stream: boolean;
  /** Which statuses are good besides 200 to 299. */
  readonly accepts?: ((status: number) => boolean) | undefined;
  readonly options: RequestOptions;
}

/** Makes a call with what its options and those of the client say; `respond()` begins it. */
export function openExchange(call: HostCall, client: ResolvedOptions): Exchange {
  const { accepts, stream, options } = call;
  const { signal, clientRequestId, timeout } = options;
  const limits = stream ? client.streamLimits : client.wholeLimits;
  return createExchange(
    {
      request: () => {
        // Said to whoever waits for the call, as anything else that can fail.
        checkedTimeout(timeout);
        checkRetries(options);
        checkedRequestId(clientRequestId);
        return call.request();
      },
      accepts,
      signal,
      clientRequestId,
      readError: refusalOf,
      budget: options.budget ?? client.budget,
      maxRetries: options.maxRetries ?? client.maxRetries,
      maxRetryAfterMs: options.maxRetryAfterMs ?? client.maxRetryAfterMs,
      limits: timeout ? { ...limits, ...namedTimeout(timeout) } : limits,
    },
    client,
  );
}

/**
 * How to understand a refusal is loaded with the first: whoever refuses can be reached. Should that fail,
 * the status alone still decides what follows.
 */
function refusalOf(response: HttpResponse, now: number): Promise<HermesError> {
  return import('./read-refusal.ts').then(
    ({ readRefusal }) => readRefusal(response, now),
    (cause: unknown) => {
      const { status } = response;
      response.discard();
      const code = status < 500 && status !== 429 ? 'unexpected_response' : 'overloaded';
      return new HermesError(`${status} from the host.`, { code, status, cause });
    },
  );
}
