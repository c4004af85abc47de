/**
 * What a call was, as `completion._request`: what the host told and what the client measured. Nothing
 * is guessed; what the host did not tell is `undefined`.
 */
export interface RequestFacts {
  /** The host's id for the call (`x-inference-id`), to quote to its support. */
  readonly id: string | undefined;
  /** Your own id for the call, as it was sent. */
  readonly clientRequestId: string | undefined;
  /** What the call cost in the hosted API's credits; 2,000,000 are 1 USD. */
  readonly credits: number | undefined;
  /** What the call cost in US dollars. */
  readonly usd: number | undefined;
  /** How many requests were sent for it. */
  readonly attempts: number;
  /** When things happened. */
  readonly timings: RequestTimings;
}

/** When things happened, in milliseconds since the call began. */
export interface RequestTimings {
  /** When the call began, in milliseconds since 1970. */
  readonly startedAt: number;
  /** When the headers of the answer had arrived. */
  readonly headersMs: number | undefined;
  /** When the first text, thought or tool call had arrived; with a whole answer, all of it. */
  readonly firstContentMs: number | undefined;
  /** When the answer was complete. */
  readonly totalMs: number;
}
