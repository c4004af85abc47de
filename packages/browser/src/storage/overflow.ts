/** How much is kept. */
export interface StorageLimits {
  /** How many conversations are kept: past it, those go that were changed longest ago. */
  readonly maxConversations: number;
  /** How many bytes all of them may have as JSON: past it, those go that were changed longest ago. */
  readonly maxBytes: number;
}

interface Kept {
  readonly id: string;
  readonly updatedAt: number;
  readonly bytes: number;
}

/** Which conversations have to go; never the one that is being written. */
export function overflow(
  kept: readonly Kept[],
  writtenId: string,
  { maxConversations, maxBytes }: StorageLimits,
): readonly string[] {
  let count = kept.length;
  let bytes = kept.reduce((sum, one) => sum + one.bytes, 0);
  const gone: string[] = [];
  for (const one of [...kept].sort((a, b) => a.updatedAt - b.updatedAt)) {
    if (count <= maxConversations && bytes <= maxBytes) break;
    if (one.id === writtenId) continue;
    gone.push(one.id);
    count -= 1;
    bytes -= one.bytes;
  }
  return gone;
}
