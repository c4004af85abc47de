import { HermesError } from '../errors/hermes-error.ts';
import type { Budget, BudgetMeter } from '../model/budget.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Fetch, HttpRequest, HttpResponse, Interceptor, Send } from '../model/http.ts';
import type { Observer } from '../model/observer.ts';
import type { Runtime } from '../model/runtime.ts';
import { createCallRecord } from './call-record.ts';
import { type ClockName, createDeadlines, type Deadlines, type Limits } from './deadlines.ts';
import { httpResponse } from './http-response.ts';
import { notify } from './notify.ts';
import { letGo } from './or-stopped.ts';
import { type RetryRules, retryDelay } from './retry-delay.ts';
import { sendOnce } from './send-once.ts';
import { createStopper, type Stopper } from './stopper.ts';
import { tellAttempt } from './tell-attempt.ts';
import { timedOut } from './timed-out.ts';
import { withoutSecret } from './without-secret.ts';

/** What one call needs. */
export interface ExchangeOptions extends RetryRules {
  /** Writes the request; runs once, when the call begins. */
  readonly request: () => HttpRequest | Promise<HttpRequest>;
  /** Reads an answer whose status is not good, and when it came: `now`, in milliseconds since 1970. */
  readonly readError: (response: HttpResponse, now: number) => Promise<HermesError>;
  /** Which statuses are good besides 200 to 299. */
  readonly accepts?: ((status: number) => boolean) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly clientRequestId?: string | undefined;
  readonly budget?: Budget | undefined;
}

/** What it needs of its client. */
export interface Caller {
  readonly fetch: Fetch;
  readonly runtime: Runtime;
  readonly interceptors?: readonly Interceptor[] | undefined;
  readonly observe?: Observer | undefined;
}

/** Makes a call. It sends nothing, and listens to nothing, before `respond()`. */
export function createExchange(options: ExchangeOptions, caller: Caller): Exchange {
  const { fetch, runtime, interceptors, observe } = caller;
  const { limits } = options;
  const stopper = createStopper(options.signal, () => deadlines?.stop());
  const record = createCallRecord(runtime, options.clientRequestId);
  let request: HttpRequest | undefined;
  let authorization: string | undefined;
  let meter: BudgetMeter | undefined;
  let deadlines: Deadlines | undefined;
  /** What the call has failed with, after everything that helps was tried. */
  let final: unknown;

  const { stop } = stopper;
  const { facts } = record;
  const read = (response: Response): HttpResponse =>
    httpResponse(response, stopper.current(), deadlines);
  const refusal = (response: Response): Promise<HermesError> =>
    stopper.orStopped(options.readError(read(response), runtime.now()));
  const cleaned = (error: unknown): HermesError =>
    withoutSecret(error as HermesError, authorization);
  const send = interceptors?.length ? through(interceptors, transmit, stopper) : transmit;
  return { respond, wait, retry, content, quiet, stop, end, fail, facts, meter: () => meter };

  async function respond(): Promise<HttpResponse> {
    try {
      if (!deadlines) begin();
      stopper.throwIfStopped();
      const made = request ?? options.request();
      request = made instanceof Promise ? await stopper.orStopped(made) : made;
      meter ??= options.budget?.begin();
      const response = await send(request);
      if (!isGood(response, options)) throw await refusal(response);
      const usd = meter && record.usd();
      if (usd !== undefined) meter?.charge(usd);
      return read(response);
    } catch (error) {
      return giveUp(error);
    }
  }

  function wait<Value>(work: Promise<Value>): Promise<Value> {
    if (!deadlines) begin();
    return stopper.orStopped(work.catch(giveUp));
  }

  function giveUp(error: unknown): never {
    final = error;
    throw error;
  }

  function begin(): void {
    stopper.follow();
    record.begin();
    deadlines = createDeadlines(limits, runtime, expiry(stopper, limits));
  }

  async function transmit(sent: HttpRequest): Promise<Response> {
    for (;;) {
      try {
        stopper.throwIfStopped();
        authorization = sent.headers['authorization'];
        record.attempt();
        deadlines?.sent();
        const told = observe && tellAttempt(observe, sent, record);
        const response = await sendOnce(sent, fetch, stopper.next());
        record.answered(response.headers);
        deadlines?.paused();
        told?.(response);
        if (isGood(response, options)) return response;
        throw await refusal(response);
      } catch (error) {
        if (!(await retry(error))) throw stopper.reasonOr(error);
      }
    }
  }

  async function retry(error: unknown): Promise<boolean> {
    if (stopper.isStopped() || error === final) return false;
    const delayMs = retryDelay(error, record, options, runtime);
    if (delayMs === undefined) return false;
    stopper.current().interrupt(error);
    deadlines?.paused();
    notify(observe, 'onRetry', { attempt: record.attempts(), delayMs, error: cleaned(error) });
    await stopper.pause(delayMs, runtime);
    return !stopper.isStopped();
  }

  function content(): void {
    record.content();
    deadlines?.content();
  }

  function quiet(): void {
    deadlines?.quiet();
  }

  function end(): void {
    record.end();
    deadlines?.stop();
    stopper.end();
  }

  function fail(error: unknown): unknown {
    end();
    // An answer may be left half read.
    stopper.current().interrupt(error);
    const told = stopper.reasonOr(error);
    if (!(told instanceof HermesError)) return told;
    const clean = cleaned(told);
    notify(observe, 'onFailure', clean);
    return clean;
  }
}

/** Sends through interceptors, without waiting for one that does not heed a stop. */
function through(interceptors: readonly Interceptor[], transmit: Send, stopper: Stopper): Send {
  return (request) =>
    stopper.orStopped(
      interceptors.reduceRight((next, wrap) => wrap(next), transmit)(request),
      letGo,
    );
}

/** What a clock does that runs out: `total` ends the call, the others an attempt. */
function expiry(stopper: Stopper, limits: Limits): (clock: ClockName) => void {
  return (clock) => {
    const error = timedOut(clock, limits[clock]);
    if (clock === 'total') stopper.stop(error);
    else stopper.current().interrupt(error);
  };
}

function isGood({ ok, status }: Response, { accepts }: ExchangeOptions): boolean {
  return ok || accepts?.(status) === true;
}
