/** What the client takes from the machine besides `fetch`; a test puts its own clock and dice here. */
export interface Runtime {
  /** Milliseconds since 1970 by a clock that never goes backwards. */
  now(): number;
  /** A number from 0 up to, but not including, 1. */
  random(): number;
  /**
   * Runs a function once, later.
   *
   * @param ms How much later, in milliseconds.
   * @param run What to run.
   * @returns A function that prevents it.
   */
  after(ms: number, run: () => void): () => void;
}
