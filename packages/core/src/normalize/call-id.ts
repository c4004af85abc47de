/**
 * An id for a call to which the host gave none: the same for each cut of the same answer, and another
 * one for each answer and call.
 */
export function callId(completionId: string, choice: number, call: number): string {
  // FNV-1a: nothing secret depends on it.
  let hash = 0x811c9dc5;
  for (const char of `${completionId}/${choice}`) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `call_${hash.toString(36).padStart(7, '0')}${call}`;
}
