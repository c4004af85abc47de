/** Waits; rejects with the signal's reason as soon as it is aborted. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    // A signal that was aborted before never fires again.
    signal.throwIfAborted();
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });

    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      if (signal.aborted) reject(signal.reason as Error);
      else resolve();
    }
  });
}
