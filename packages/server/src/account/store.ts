import type { APIKeyLimit, APIKeyScope } from '@hermes4/core';

/** What a store gives, at once or later: the stores of this package answer at once, yours may wait. */
export type Later<T> = T | Promise<T>;

/**
 * Where an account lives: its keys, what they did, and every movement of its money. Money is in credits,
 * whole numbers of which 2,000,000 are one US dollar, and moments are milliseconds since 1970.
 *
 * Each method happens whole or not at all, also when several processes share one store.
 */
export interface Store {
  /**
   * Begins the account with its first keys and its first money, unless it has begun before.
   *
   * @returns Whether this was the first time.
   */
  begin(keys: readonly StoredKey[], money: Movement | undefined): Later<boolean>;

  /** All keys, the oldest first. */
  keys(): Later<readonly StoredKey[]>;
  /** The key with this hash. */
  findKey(hash: string): Later<StoredKey | undefined>;
  /** Adds a key; `false` when another has its prefix. */
  addKey(key: StoredKey): Later<boolean>;
  /** Changes a key; `undefined` when there is none with this prefix. */
  changeKey(prefix: string, change: KeyChange): Later<StoredKey | undefined>;
  /** Takes a key away; what it did stays on the books. */
  deleteKey(prefix: string): Later<boolean>;

  /** What came in less what went out; below zero when the last calls cost more than there was. */
  balance(): Later<number>;
  /** What a key spent since a day began. */
  spentSince(keyPrefix: string, day: number): Later<number>;
  /** Books money that comes in or goes out otherwise than by a call. */
  move(movement: Movement): Later<void>;
  /** Books a call: its row of the log and, if it cost anything, the charge. */
  book(call: BookedCall): Later<void>;

  /** The ledger, newest first, from behind a place on. */
  movements(query: MovementQuery): Later<readonly Placed<Movement>[]>;
  /** One page of a key's calls, newest first, and how many there are on all pages. */
  calls(query: CallQuery): Later<{ readonly rows: readonly BookedCall[]; readonly total: number }>;
  /** A key's calls, summed up by model and quarter of an hour. */
  sums(query: CallWindow): Later<readonly CallSum[]>;
}

/** A key as it is kept: what tells it again, never the key itself. */
export interface StoredKey {
  /** The SHA-256 of the key, in hexadecimal. */
  readonly hash: string;
  /** Its first eight characters. */
  readonly prefix: string;
  /** Whether it manages the account's keys instead of calling models. */
  readonly isManagement: boolean;
  readonly name: string | null;
  readonly disabled: boolean;
  readonly scopes: readonly APIKeyScope[] | null;
  readonly limit: APIKeyLimit | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What changes about a key. */
export type KeyChange = Pick<StoredKey, 'updatedAt'> &
  Partial<Pick<StoredKey, 'name' | 'disabled' | 'scopes' | 'limit'>>;

/** One movement of the balance. */
export interface Movement {
  readonly at: number;
  readonly direction: 'TOPUP' | 'CHARGE';
  readonly type:
    | 'PAYMENT'
    | 'BONUS'
    | 'REFUND'
    | 'ADJUSTMENT'
    | 'MODEL_USAGE'
    | 'CREDITS_EXPIRED'
    | 'INIT';
  /** Above zero, whichever the direction. */
  readonly credits: number;
  readonly model: string | null;
  readonly referenceId: string | null;
}

/** Something that has its place in the order of booking. */
export type Placed<T> = T & { readonly place: number };

/** Which part of the ledger. */
export interface MovementQuery {
  readonly from?: number | undefined;
  /** The first moment that is too late. */
  readonly before?: number | undefined;
  readonly direction?: Movement['direction'] | undefined;
  readonly type?: Movement['type'] | undefined;
  /** The last entry of the page before. */
  readonly after?: Pick<Placed<Movement>, 'at' | 'place'> | undefined;
  readonly limit: number;
}

/** A call of a key, as its log has it. */
export interface BookedCall {
  readonly inferenceId: string;
  readonly clientRequestId: string | null;
  readonly keyPrefix: string;
  readonly model: string;
  readonly succeeded: boolean;
  /** When it was made. */
  readonly madeAt: number;
  /** When it was booked. */
  readonly bookedAt: number;
  readonly credits: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What a call takes from the balance. */
export function chargeOf({ bookedAt, credits, model, inferenceId }: BookedCall): Movement {
  return {
    at: bookedAt,
    direction: 'CHARGE',
    type: 'MODEL_USAGE',
    credits,
    model,
    referenceId: inferenceId,
  };
}

/** The calls that a key made from one moment until before another. */
export interface CallWindow {
  readonly keyPrefix: string;
  readonly from: number;
  readonly before: number;
}

/** Which page of which calls. */
export interface CallQuery extends CallWindow {
  /** Only to these models. */
  readonly models?: readonly string[] | undefined;
  readonly succeeded?: boolean | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Wherever people live, days begin at a full quarter of an hour of UTC. */
export const QUARTER_HOUR = 900_000;

/** A day of UTC, at whose end limits may begin anew. */
export const DAY = 86_400_000;

/** The calls to one model within a quarter of an hour. */
export interface CallSum {
  readonly model: string;
  /** When the quarter begins. */
  readonly quarter: number;
  readonly credits: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly total: number;
  readonly charged: number;
  readonly succeeded: number;
}
