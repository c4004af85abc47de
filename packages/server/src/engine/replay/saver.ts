/**
 * Makes a function that stores the latest state, once at a time: whoever asks while one storing is
 * underway shares the next.
 *
 * @returns Resolves when what there was at the time of asking is stored; rejects when that failed.
 */
export function createSaver(store: () => Promise<void>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let queued: Promise<void> | undefined;

  return () => (queued ??= running.then(begin, begin));

  function begin(): Promise<void> {
    queued = undefined;
    const stored = store();
    running = stored;
    return stored;
  }
}
