/**
 * Waits for work, but no longer than until it is stopped.
 *
 * @param onStop Takes what stops the wait.
 * @param letGo Frees what comes after that.
 */
export function orStopped<Value>(
  work: Promise<Value>,
  onStop: (wake: (reason: unknown) => void) => void,
  letGo?: (value: Value) => void,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    // A caller may abort with any value.
    const fail: (reason: unknown) => void = reject;
    onStop((reason) => {
      fail(reason);
      work.then(letGo, () => undefined);
    });
    work.then(resolve, reject);
  });
}

/** Frees the connection of an answer that nobody will read. */
export function letGo(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}
