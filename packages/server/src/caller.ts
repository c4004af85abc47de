/** Who calls, as far as the door could tell. */
export interface Caller {
  /**
   * What limits, budgets, the journal and the metrics count by. Never the key itself: the first eight
   * characters of one, the subject of a ticket, whatever `authorize` returned, or `anonymous`.
   */
  readonly id: string;
  /** Where the account's books name the key, its prefix there. */
  readonly keyPrefix?: string | undefined;
  /** What a ticket narrows its bearer down to, besides what holds for everybody. */
  readonly grant?: Grant | undefined;
}

/** What one ticket allows. */
export interface Grant {
  /** What its budget is counted by. */
  readonly id: string;
  /** The only models that may be called. */
  readonly models?: readonly string[] | undefined;
  /** What all calls with it may cost together, in US dollars. */
  readonly usd?: number | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Who carries nothing to be told apart by. */
export const ANONYMOUS: Caller = { id: 'anonymous' };

/**
 * Decides whether a request may pass, and who sent it.
 *
 * @throws Refusal with the status and the words that the hosted API would use.
 */
export type Authorize = (request: Request) => Caller | Promise<Caller>;
