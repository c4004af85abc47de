/**
 * Waits for an answer, but no longer than until it is stopped; one that comes after that is let go of.
 *
 * @param onStop Takes what stops the wait.
 */
export function orStopped(
  answer: Promise<Response>,
  onStop: (wake: (reason: unknown) => void) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    // A caller may abort with any value.
    const fail: (reason: unknown) => void = reject;
    onStop((reason) => {
      fail(reason);
      answer.then(letGo, () => undefined);
    });
    answer.then(resolve, reject);
  });
}

/** Frees the connection of an answer that nobody will read. */
export function letGo(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}
