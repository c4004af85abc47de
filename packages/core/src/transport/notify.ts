import type { Observer } from '../model/observer.ts';

/**
 * Tells an observer something. An observer that throws must not break the call, and must not fail in
 * silence either.
 */
export function notify<Name extends keyof Observer>(
  observer: Observer | undefined,
  name: Name,
  event: Parameters<NonNullable<Observer[Name]>>[0],
): void {
  try {
    (observer as Observers | undefined)?.[name]?.(event);
  } catch (error) {
    if (typeof globalThis.reportError === 'function') globalThis.reportError(error);
    else
      queueMicrotask(() => {
        throw error;
      });
  }
}

type Observers = Partial<Record<keyof Observer, (event: unknown) => void>>;
