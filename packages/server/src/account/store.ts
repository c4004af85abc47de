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
  calls(query: CallQuery): Later<{
    /** The calls of this page. */
    readonly rows: readonly BookedCall[];
    /** How many calls there are on all pages. */
    readonly total: number;
  }>;
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
  /** What its owner calls it; `null` when it has no name. */
  readonly name: string | null;
  /** Whether it is turned away until a change enables it again. */
  readonly disabled: boolean;
  /** The kinds of models that it may call; chat needs `model:chat`. `null` allows all. */
  readonly scopes: readonly APIKeyScope[] | null;
  /** What it may spend until the count begins anew; `null`, or no `threshold`, is no limit. */
  readonly limit: APIKeyLimit | null;
  /** When it was made. */
  readonly createdAt: number;
  /** When it was last changed; at first, when it was made. */
  readonly updatedAt: number;
}

/** What changes about a key. */
export type KeyChange = Pick<StoredKey, 'updatedAt'> &
  Partial<Pick<StoredKey, 'name' | 'disabled' | 'scopes' | 'limit'>>;

/** One movement of the balance. */
export interface Movement {
  /** When it was booked. */
  readonly at: number;
  /** Whether money came in (`TOPUP`) or went out (`CHARGE`). */
  readonly direction: 'TOPUP' | 'CHARGE';
  /**
   * What it was for. A server books `INIT` when the account begins, `PAYMENT` when it is topped up and
   * `MODEL_USAGE` for a call.
   */
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
  /** The model that was called; `null` when no call was paid for. */
  readonly model: string | null;
  /** The {@link BookedCall.inferenceId} of the call, or the id of a payment; `null` for what has none. */
  readonly referenceId: string | null;
}

/** Something that has its place in the order of booking. */
export type Placed<T> = T & {
  /** Higher than that of everything booked before; tells apart what has the same moment. */
  readonly place: number;
};

/** Which part of the ledger. */
export interface MovementQuery {
  /** The first moment that counts. @defaultValue the account's first */
  readonly from?: number | undefined;
  /** The first moment that is too late. @defaultValue none is */
  readonly before?: number | undefined;
  /** Only money that came in, or only money that went out. @defaultValue both */
  readonly direction?: Movement['direction'] | undefined;
  /** Only what was for this. @defaultValue everything */
  readonly type?: Movement['type'] | undefined;
  /** The last entry of the page before. */
  readonly after?: Pick<Placed<Movement>, 'at' | 'place'> | undefined;
  /** The most entries that are given. */
  readonly limit: number;
}

/** A call of a key, as its log has it. */
export interface BookedCall {
  /** What its answer says as `x-inference-id`. */
  readonly inferenceId: string;
  /** The caller's own id for it, its `X-Client-Request-Id`; `null` when none was sent. */
  readonly clientRequestId: string | null;
  /** The {@link StoredKey.prefix} of the key that made it. */
  readonly keyPrefix: string;
  /** The model's id in the catalog; for a name that is not in it, the name, up to 200 characters. */
  readonly model: string;
  /** Whether it was answered, be it only until the caller left. */
  readonly succeeded: boolean;
  /** When it was made. */
  readonly madeAt: number;
  /** When it was booked. */
  readonly bookedAt: number;
  /** What it cost; 0 when it failed, or when its model has no price. */
  readonly credits: number;
  /** The tokens of its prompt; 0 when it failed, or when nobody counted. */
  readonly inputTokens: number;
  /** The tokens of its answer, thinking included; 0 when it failed, or when nobody counted. */
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
  /** The {@link StoredKey.prefix} of the key. */
  readonly keyPrefix: string;
  /** The first moment that counts. */
  readonly from: number;
  /** The first moment that is too late. */
  readonly before: number;
}

/** Which page of which calls. */
export interface CallQuery extends CallWindow {
  /** Only to these models. @defaultValue to any */
  readonly models?: readonly string[] | undefined;
  /** Only those that succeeded, or only those that failed. @defaultValue both */
  readonly succeeded?: boolean | undefined;
  /** The most calls on the page. */
  readonly limit: number;
  /** How many of the newest calls are passed over. */
  readonly offset: number;
}

/** Wherever people live, days begin at a full quarter of an hour of UTC. */
export const QUARTER_HOUR = 900_000;

/** A day of UTC, at whose end limits may begin anew. */
export const DAY = 86_400_000;

/** The calls to one model within a quarter of an hour. */
export interface CallSum {
  /** The {@link BookedCall.model} that they have in common. */
  readonly model: string;
  /** When the quarter begins. */
  readonly quarter: number;
  /** What they cost together. */
  readonly credits: number;
  /** The tokens of all their prompts. */
  readonly inputTokens: number;
  /** The tokens of all their answers. */
  readonly outputTokens: number;
  /** How many calls there were. */
  readonly total: number;
  /** How many of them cost anything. */
  readonly charged: number;
  /** How many of them succeeded. */
  readonly succeeded: number;
}
