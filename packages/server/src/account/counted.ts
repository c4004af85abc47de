/** A number of tokens; a relayed host may report anything, which must not spoil every sum from then on. */
export function counted(tokens: unknown): number {
  return Number.isSafeInteger(tokens) && (tokens as number) > 0 ? (tokens as number) : 0;
}
