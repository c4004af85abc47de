import type { Observer } from '../model/observer.ts';

/**
 * Tells an observer something. An observer that throws must not break the call, and must not fail in
 * silence either.
 */
export function notify(observer: Observer | undefined, tell: (observer: Observer) => void): void {
  if (!observer) return;
  try {
    tell(observer);
  } catch (error) {
    if (typeof globalThis.reportError === 'function') globalThis.reportError(error);
    else
      queueMicrotask(() => {
        throw error;
      });
  }
}
