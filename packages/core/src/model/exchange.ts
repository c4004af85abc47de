import type { BudgetMeter } from './budget.ts';
import type { ChatCompletion } from './chat-completion.ts';
import type { HttpResponse } from './http.ts';
import type { RequestFacts } from './request-facts.ts';

/** One call on its way: every attempt of it, its clocks, and what can stop it. */
export interface Exchange {
  /**
   * Sends the request, again where that helps, until a host agrees to answer. May be called again after
   * `retry()`.
   */
  respond(): Promise<HttpResponse>;
  /**
   * Waits for something of the client's own, such as code that is loaded, for no longer than the call may
   * last. When that fails, the call is not made again: the host had no part in it.
   */
  wait<Value>(work: Promise<Value>): Promise<Value>;
  /**
   * Decides what follows from an answer that broke: `true`, after the pause that is due, when it is worth
   * asking again. Rejects with the reason when the call is stopped meanwhile.
   */
  retry(error: unknown): Promise<boolean>;
  /** Text, a thought or a tool call has arrived. */
  content(): void;
  /** Something else has arrived that the caller has now. */
  quiet(): void;
  /** Stops everything; whatever waits rejects with this reason. */
  stop(reason: unknown): void;
  /** Lets go of clocks and listeners: the call is over. */
  end(): void;
  /** Ends the call and gives the error to throw, with no key in it. */
  fail(error: unknown): unknown;
  /** What the host and the clock have told about the call. */
  readonly facts: (completion: ChatCompletion) => RequestFacts;
  /** Counts the call against its budget; `undefined` before it was sent, or when there is none. */
  meter(): BudgetMeter | undefined;
}
