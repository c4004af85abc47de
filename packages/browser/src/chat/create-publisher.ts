import type { Frames } from './frames.ts';

/** What those are told who show a value that changes often. */
export interface Publisher<Snapshot> {
  /** Calls back after each change that is published. What it gives stops that, and says whether it had begun. */
  subscribe(listener: () => void): () => boolean;
  /** The last value that was published. */
  readonly getSnapshot: () => Snapshot;
  /** Publishes now. */
  now(): void;
  /** Publishes with the next frame; any number of calls until then are one. */
  soon(): void;
}

/**
 * Publishes values made of a state elsewhere. A listener that throws stops nobody: its error is thrown where
 * the page reports it.
 */
export function createPublisher<Snapshot>(
  first: Snapshot,
  compose: (before: Snapshot) => Snapshot,
  frames: Frames,
): Publisher<Snapshot> {
  const listeners = new Set<() => void>();
  let published = first;
  let cancelFrame: (() => void) | undefined;
  return { subscribe, getSnapshot: () => published, now, soon };

  function subscribe(listener: () => void): () => boolean {
    // The same function may be given twice, and taken back once.
    const own = (): void => listener();
    listeners.add(own);
    return () => listeners.delete(own);
  }

  function soon(): void {
    cancelFrame ??= frames.next(now);
  }

  function now(): void {
    cancelFrame?.();
    cancelFrame = undefined;
    published = compose(published);
    for (const listener of [...listeners]) {
      try {
        listener();
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
