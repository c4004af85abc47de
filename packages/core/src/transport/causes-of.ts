/** An error and what lies beneath it, the outermost first. */
export function causesOf(error: unknown): unknown[] {
  const causes = new Set<unknown>();
  for (let inner = error; inner !== undefined && !causes.has(inner); ) {
    causes.add(inner);
    inner = inner instanceof Error ? inner.cause : undefined;
  }
  return [...causes];
}
