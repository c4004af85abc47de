/** What is told of a body on its way. */
export interface Witness {
  /** The next of it has come; the reader gets it afterwards. */
  onBytes(bytes: Uint8Array): void;
  /** It has come to its end; the reader learns that afterwards. */
  onEnd(): void;
  /** It has failed. */
  onBreak(error: unknown): void;
  /** Its reader wants no more of it. */
  onLeave(reason: unknown): void;
}

/** Passes a body on, untouched and as fast as it is read. What a witness throws is what its reader gets. */
export function passOn(
  body: ReadableStream<Uint8Array>,
  witness: Witness,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let hasLeft = false;

  return new ReadableStream<Uint8Array>({ pull, cancel }, { highWaterMark: 0 });

  async function pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const value = await next();
    // Leaving ends a read that is underway, too.
    if (hasLeft) return;
    if (!value) {
      witness.onEnd();
      controller.close();
      return;
    }
    try {
      witness.onBytes(value);
    } catch (error) {
      await reader.cancel(error);
      throw error;
    }
    controller.enqueue(value);
  }

  async function next(): Promise<Uint8Array | undefined> {
    try {
      return (await reader.read()).value;
    } catch (error) {
      if (!hasLeft) witness.onBreak(error);
      throw error;
    }
  }

  async function cancel(reason: unknown): Promise<void> {
    hasLeft = true;
    try {
      witness.onLeave(reason);
    } finally {
      await reader.cancel(reason);
    }
  }
}
