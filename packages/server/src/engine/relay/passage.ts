/** What a body goes through on its way to the caller. */
export interface Passage {
  /** What may be given out, now that these bytes have come. */
  push(bytes: Uint8Array): Uint8Array;
  /** The rest, when the body has ended well. */
  end(): Uint8Array;
  /** The rest, when the body has broken off. */
  breakOff(): Uint8Array;
  /** Whether the answer has said that nothing follows. */
  isDone(): boolean;
}
