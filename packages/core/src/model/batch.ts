import type { HermesError } from '../errors/hermes-error.ts';

/**
 * What one network chunk brought, as it crosses the rooms: everything at once, because one `await`
 * per chunk instead of one per event is where streaming speed is won.
 */
export interface Batch<Item> {
  readonly items: readonly Item[];
  /** The host has said that nothing follows. */
  readonly done: boolean;
  /** What went wrong after the last of the items; nothing follows it. */
  readonly failure?: HermesError | undefined;
}

/** A batch that is at hand, or has to be waited for: most are at hand, and waiting is what costs. */
export type Coming<Item> = Batch<Item> | Promise<Batch<Item>>;
