import { HermesError } from '../errors/hermes-error.ts';
import type { Budget, BudgetMeter } from '../model/budget.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Fetch, HttpRequest, HttpResponse, Interceptor } from '../model/http.ts';
import type { Observer } from '../model/observer.ts';
import type { Runtime } from '../model/runtime.ts';
import { createCallRecord } from './call-record.ts';
import { type ClockName, createDeadlines, type Deadlines, type Limits } from './deadlines.ts';
import { httpResponse } from './http-response.ts';
import { notify } from './notify.ts';
import { readRetryAfter } from './retry-after.ts';
import { retryDelay } from './retry-delay.ts';
import { sendOnce } from './send-once.ts';
import { createStopper } from './stopper.ts';
import { timedOut } from './timed-out.ts';
import { withoutSecret } from './without-secret.ts';

/** What one call needs. */
export interface ExchangeOptions {
  /** Writes the request; runs once, when the call begins. */
  readonly request: () => HttpRequest | Promise<HttpRequest>;
  /** Reads the body of an answer whose status is not good. */
  readonly readError: (response: HttpResponse) => Promise<HermesError>;
  /** Which statuses are good besides 200 to 299. */
  readonly accepts?: ((status: number) => boolean) | undefined;
  readonly fetch: Fetch;
  readonly runtime: Runtime;
  readonly limits: Limits;
  readonly maxRetries: number;
  readonly signal?: AbortSignal | undefined;
  readonly clientRequestId?: string | undefined;
  readonly interceptors?: readonly Interceptor[] | undefined;
  readonly observe?: Observer | undefined;
  readonly budget?: Budget | undefined;
}

/** Makes a call. It sends nothing, and listens to nothing, before `respond()`. */
export function createExchange(options: ExchangeOptions): Exchange {
  const { runtime, observe, limits, accepts, interceptors } = options;
  const stopper = createStopper(options.signal, () => deadlines?.stop());
  const record = createCallRecord(runtime, options.clientRequestId);
  let request: HttpRequest | undefined;
  let authorization: string | undefined;
  let meter: BudgetMeter | undefined;
  let deadlines: Deadlines | undefined;
  /** What sending has failed with, after everything that helps was tried. */
  let final: unknown;

  const { stop } = stopper;
  const { facts } = record;
  return { respond, retry, content, stop, end, fail, facts, meter: () => meter };

  async function respond(): Promise<HttpResponse> {
    try {
      if (!deadlines) begin();
      stopper.throwIfStopped();
      request ??= await options.request();
      stopper.throwIfStopped();
      meter ??= options.budget?.begin();
      const response = await (interceptors?.length
        ? stopper.orStopped(interceptors.reduceRight((next, wrap) => wrap(next), transmit)(request))
        : transmit(request));
      if (!isGood(response)) throw await refusal(response);
      const usd = meter && record.usd();
      if (usd !== undefined) meter?.charge(usd);
      return read(response);
    } catch (error) {
      final = error;
      throw error;
    }
  }

  function begin(): void {
    stopper.follow();
    record.begin();
    deadlines = createDeadlines(limits, runtime, expire);
  }

  function expire(clock: ClockName): void {
    const error = timedOut(clock, limits[clock]);
    if (clock === 'total') stop(error);
    else stopper.current().interrupt(error);
  }

  async function transmit(sent: HttpRequest): Promise<Response> {
    for (;;) {
      try {
        return await transmitOnce(sent);
      } catch (error) {
        if (!(await retry(error))) throw stopper.reasonOr(error);
      }
    }
  }

  async function transmitOnce(sent: HttpRequest): Promise<Response> {
    stopper.throwIfStopped();
    authorization = sent.headers['authorization'];
    const attempt = record.attempt();
    deadlines?.sent();
    const told = observe && tellOf(attempt, sent, observe);
    const response = await sendOnce(sent, options.fetch, stopper.next());
    record.answered(response.headers);
    deadlines?.paused();
    told?.(response);
    if (isGood(response)) return response;
    throw await refusal(response);
  }

  /** Tells of an attempt, and gives what tells of its answer. */
  function tellOf(attempt: number, sent: HttpRequest, observer: Observer): (it: Response) => void {
    const event = { attempt, method: sent.method, url: sent.url.split(/[?#]/, 1)[0] ?? '' };
    const before = record.elapsed();
    notify(observer, (it) => it.onAttempt?.(event));
    return ({ status }) => {
      const headersMs = record.elapsed() - before;
      const answer = { ...event, status, requestId: record.requestId(), headersMs };
      notify(observer, (it) => it.onResponse?.(answer));
    };
  }

  function isGood({ ok, status }: Response): boolean {
    return ok || accepts?.(status) === true;
  }

  async function refusal(response: Response): Promise<HermesError> {
    const retryAfterMs = readRetryAfter(response.headers, runtime.now());
    const error = await options.readError(read(response));
    stopper.throwIfStopped();
    return retryAfterMs === undefined ? error : error.with({ retryAfterMs });
  }

  function read(response: Response): HttpResponse {
    return httpResponse(response, stopper.current(), deadlines);
  }

  async function retry(error: unknown): Promise<boolean> {
    const attempts = record.attempts();
    if (stopper.isStopped() || error === final || attempts > options.maxRetries) return false;
    const delayMs = retryDelay(error, attempts, runtime.random());
    // Pausing beyond the end of the call would only hide why it failed.
    if (delayMs === undefined || record.elapsed() + delayMs >= limits.total) return false;
    stopper.current().interrupt(error);
    deadlines?.paused();
    notify(observe, (it) => it.onRetry?.({ attempt: attempts, delayMs, error: cleaned(error) }));
    await stopper.pause(delayMs, runtime);
    return !stopper.isStopped();
  }

  function content(): void {
    record.content();
    deadlines?.content();
  }

  function end(): void {
    record.end();
    deadlines?.stop();
    stopper.end();
  }

  function fail(error: unknown): unknown {
    end();
    const told = stopper.reasonOr(error);
    if (!(told instanceof HermesError)) return told;
    const clean = cleaned(told);
    notify(observe, (it) => it.onFailure?.(clean));
    return clean;
  }

  function cleaned(error: unknown): HermesError {
    return withoutSecret(error as HermesError, authorization);
  }
}
