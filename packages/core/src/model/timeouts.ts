/**
 * How long a call waits, in milliseconds; `Infinity` stops a clock. Which clock ran out stands in the
 * message of the error, `timed_out`.
 *
 * The idle clocks run only while the client waits for the host, never while your code is busy with what
 * came. A clock that runs out before the first content costs one attempt; later, or when it is `total`,
 * it ends the call.
 */
export interface Timeouts {
  /** From the call to its end, every attempt and pause included. @defaultValue `Infinity` */
  total?: number | undefined;
  /**
   * From sending an attempt to the headers of its answer. A host has generated all of an answer that is
   * not streamed before it sends them.
   *
   * @defaultValue 120,000 (2 minutes) for streams, 600,000 (10 minutes) for whole answers
   */
  firstByte?: number | undefined;
  /**
   * From sending an attempt to the first text, thought or tool call. Comments that only keep the
   * connection open do not count.
   *
   * @defaultValue 600,000 (10 minutes)
   */
  firstContent?: number | undefined;
  /** From one piece of the body to the next, whatever it holds. @defaultValue 120,000 (2 minutes) */
  idleBytes?: number | undefined;
  /** From one text, thought or tool call to the next. @defaultValue 180,000 (3 minutes) */
  idleContent?: number | undefined;
}
