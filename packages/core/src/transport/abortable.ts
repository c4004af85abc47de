/**
 * Waits for a promise, but no longer than the signal allows: a `fetch` of the caller's own, or a body
 * it made, may not listen to the signal itself.
 *
 * @param late Takes a value that comes after the signal, so that nothing it holds stays open.
 * @throws The signal's own reason.
 */
export function abortable<Value>(
  promise: Promise<Value>,
  signal: AbortSignal | undefined,
  late: (value: Value) => void,
): Promise<Value> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      promise.then(late, () => undefined);
      reject(signal.reason as Error);
    };
    if (signal.aborted) {
      stop();
      return;
    }
    signal.addEventListener('abort', stop, { once: true });
    const settled = (): void => signal.removeEventListener('abort', stop);
    promise.then(resolve, reject).finally(settled);
  });
}
