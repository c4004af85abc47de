import type { Clock } from '../src/clock.ts';
import type { LimitStore } from '../src/door/limit-store.ts';
import { createMemoryLimitStore } from '../src/door/memory-limit-store.ts';

/** Where limits can be counted. */
interface Place {
  readonly where: string;
  /** How many times a property is tried. */
  readonly runs: number;
  /** A store in which nobody has taken anything yet. */
  open(clock: Clock): LimitStore;
}

/** Every store that comes with the server. */
export const limitStores: readonly Place[] = [
  { where: 'in memory', runs: 100, open: (clock) => createMemoryLimitStore({ clock }) },
];
