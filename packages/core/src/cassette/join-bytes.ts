/** Bytes that the platform takes as a body; before TypeScript 5.7 their type had no other name. */
export type Bytes = ReturnType<Uint8ArrayConstructor['of']>;

/** Parts as one; a copy. */
export function joinBytes(parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
