/**
 * The innermost message of a failed `fetch`: the outer one says only "fetch failed", while the reason
 * (`ECONNREFUSED`, a certificate, a name that does not resolve) stands in its `cause`.
 */
export function describeCause(error: unknown): string {
  const seen = new Set<unknown>();
  let inner = error;
  while (inner instanceof Error && inner.cause !== undefined && !seen.has(inner)) {
    seen.add(inner);
    inner = inner.cause;
  }
  if (!(inner instanceof Error)) return String(inner);
  // Node reports several failed addresses as one error without a message.
  const code = (inner as { code?: unknown }).code;
  return inner.message || (typeof code === 'string' ? code : inner.name);
}
