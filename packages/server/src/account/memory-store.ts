import { HermesError } from '@hermes4/core';
import {
  type BookedCall,
  type CallSum,
  type CallWindow,
  chargeOf,
  DAY,
  type Movement,
  type Placed,
  QUARTER_HOUR,
  type Store,
  type StoredKey,
} from './store.ts';

/** How much a store in memory holds. */
export interface MemoryStoreOptions {
  /**
   * How many calls, and how many entries of the ledger, are remembered at least; the oldest are then
   * forgotten. Balance and limits stay right.
   *
   * @defaultValue 100,000
   */
  keep?: number | undefined;
}

/**
 * Keeps an account for as long as the process lives.
 *
 * @param options See {@link MemoryStoreOptions}.
 * @throws HermesError `invalid_options` when `keep` is not a whole number above zero.
 */
export function createMemoryStore({ keep = 100_000 }: MemoryStoreOptions = {}): Store {
  if (!Number.isInteger(keep) || keep < 1) {
    throw new HermesError(
      `Option keep cannot be used: expected a whole number above zero, received ${keep}.`,
      { code: 'invalid_options', path: 'keep' },
    );
  }
  const keys = new Map<string, StoredKey>();
  const spent = new Map<string, Map<number, number>>();
  const ledger: Placed<Movement>[] = [];
  const log: Placed<BookedCall>[] = [];
  let balance = 0;
  let place = 0;

  return {
    begin(first, money) {
      if (keys.size > 0) return false;
      for (const key of first) keys.set(key.hash, key);
      if (money) move(money);
      return true;
    },

    keys: () => [...keys.values()],
    findKey: (hash) => keys.get(hash),
    addKey(key) {
      if (named(key.prefix)) return false;
      keys.set(key.hash, key);
      return true;
    },
    changeKey(prefix, change) {
      const key = named(prefix);
      if (!key) return undefined;
      const changed = { ...key, ...change };
      keys.set(key.hash, changed);
      return changed;
    },
    deleteKey: (prefix) => keys.delete(named(prefix)?.hash ?? ''),

    balance: () => balance,
    spentSince: (prefix, since) =>
      [...(spent.get(prefix) ?? [])]
        .filter(([day]) => day >= since)
        .reduce((sum, [, credits]) => sum + credits, 0),
    move,
    book(call) {
      remember(log, { ...call, place: ++place });
      if (call.credits === 0) return;
      move(chargeOf(call));
      const days = spent.get(call.keyPrefix) ?? new Map<number, number>();
      const day = call.bookedAt - (call.bookedAt % DAY);
      spent.set(call.keyPrefix, days.set(day, (days.get(day) ?? 0) + call.credits));
    },

    movements: ({ from = -Infinity, before = Infinity, direction, type, after, limit }) =>
      ledger
        .filter(
          (entry) =>
            entry.at >= from &&
            entry.at < before &&
            (direction ?? entry.direction) === entry.direction &&
            (type ?? entry.type) === entry.type &&
            (!after || newestFirst(after, entry) < 0),
        )
        .sort(newestFirst)
        .slice(0, limit),
    calls({ models, succeeded, limit, offset, ...window }) {
      const rows = within(window)
        .filter(
          (call) =>
            (models?.includes(call.model) ?? true) &&
            (succeeded ?? call.succeeded) === call.succeeded,
        )
        .sort((a, b) => b.madeAt - a.madeAt || b.place - a.place);
      return { rows: rows.slice(offset, offset + limit), total: rows.length };
    },
    sums: (window) => sumUp(within(window)),
  };

  function named(prefix: string): StoredKey | undefined {
    return [...keys.values()].find((key) => key.prefix === prefix);
  }

  function move(movement: Movement): void {
    remember(ledger, { ...movement, place: ++place });
    balance += movement.direction === 'TOPUP' ? movement.credits : -movement.credits;
  }

  function within({ keyPrefix, from, before }: CallWindow): Placed<BookedCall>[] {
    return log.filter(
      (call) => call.keyPrefix === keyPrefix && call.madeAt >= from && call.madeAt < before,
    );
  }

  /** Forgets by halves, so that a call costs the same however many there are. */
  function remember<T>(list: T[], item: T): void {
    if (list.push(item) >= 2 * keep) list.splice(0, keep);
  }
}

function newestFirst(
  a: Pick<Placed<Movement>, 'at' | 'place'>,
  b: Pick<Placed<Movement>, 'at' | 'place'>,
): number {
  return b.at - a.at || b.place - a.place;
}

function sumUp(calls: readonly BookedCall[]): CallSum[] {
  const sums = new Map<string, CallSum>();
  for (const call of calls) {
    const { model, credits, inputTokens, outputTokens, succeeded } = call;
    const quarter = Math.floor(call.madeAt / QUARTER_HOUR) * QUARTER_HOUR;
    const name = `${quarter} ${model}`;
    const sum = sums.get(name);
    sums.set(name, {
      model,
      quarter,
      credits: (sum?.credits ?? 0) + credits,
      inputTokens: (sum?.inputTokens ?? 0) + inputTokens,
      outputTokens: (sum?.outputTokens ?? 0) + outputTokens,
      total: (sum?.total ?? 0) + 1,
      charged: (sum?.charged ?? 0) + Number(credits > 0),
      succeeded: (sum?.succeeded ?? 0) + Number(succeeded),
    });
  }
  return [...sums.values()];
}
