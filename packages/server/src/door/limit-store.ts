/** What is counted, in the words of the headers that tell of it. */
export type LimitUnit = 'requests' | 'tokens' | 'usd';

/** What a call takes of one thing, of which there is so much: plain data, so that it can be sent elsewhere. */
export interface Draw {
  /** What it is an amount of. */
  readonly unit: LimitUnit;
  /** The ticket whose own this is, by its id; else it is the caller's. */
  readonly ticket?: string | undefined;
  /** All that there is, more than 0 and finite. */
  readonly limit: number;
  /** How much must be left for the call to begin. */
  readonly needed: number;
  /** How much is set aside when it begins. */
  readonly amount: number;
  /**
   * Makes it a budget, of which something must be left, and which is whole again when a period ends: the ends of the
   * periods around now in milliseconds since 1970, of which the first to come counts, or else the last. Without
   * them, it fills up evenly, to its limit within a minute.
   */
  readonly ends?: readonly number[] | undefined;
}

/** What a call wants to take before it begins. */
export interface Wanted {
  /** What is counted apart from everything else: `chat` calls, or `tickets` that are given out. */
  readonly scope: 'chat' | 'tickets';
  /** Whose it is. It may be an address or a name of a person. */
  readonly caller: string;
  /** How many calls the caller may have underway, at least 1. @defaultValue any number */
  readonly concurrent?: number | undefined;
  /** All that is taken, or nothing of it. */
  readonly draws: readonly Draw[];
}

/** What there is of a draw at a moment. */
export interface Standing {
  /** May be below zero after calls that took more than was expected. */
  readonly left: number;
  /** Milliseconds until a budget is whole again. */
  readonly endsInMs?: number | undefined;
}

/** Everything that a call wanted was set aside. */
export interface Reserved {
  /** Tells it from {@link Missing}. */
  readonly isReserved: true;
  /** What is left of each draw, in their order; empty when nobody counts at the moment. */
  readonly standings: readonly Standing[];
  /**
   * The call is over; only the first time counts. What was set aside is corrected to what was taken.
   *
   * @param taken One amount for each draw.
   * @returns Resolves when it is counted; never rejects.
   */
  end(taken: readonly number[]): Promise<void>;
}

/** Nothing was set aside. */
export interface Missing {
  /** Tells it from {@link Reserved}. */
  readonly isReserved: false;
  /** The place of the first draw that is not there, or `calls` when too many are underway. */
  readonly missing: number | 'calls';
  /** What is left of each draw, in their order. */
  readonly standings: readonly Standing[];
}

/** Counts what callers take: in this process, or where several processes share it. */
export interface LimitStore {
  /**
   * Takes everything that a call wants, or nothing of it.
   *
   * @throws Refusal when it cannot count, and a call that is not counted may not begin.
   */
  reserve(wanted: Wanted): Promise<Reserved | Missing>;
}
