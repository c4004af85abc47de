import { causesOf } from './causes-of.ts';

/**
 * The innermost message of a failed `fetch`: the outer one says only "fetch failed", while the reason
 * (`ECONNREFUSED`, a certificate, a name that does not resolve) stands in its `cause`.
 */
export function describeCause(error: unknown): string {
  const inner = causesOf(error).at(-1);
  if (!(inner instanceof Error)) return String(inner);
  // Node reports several failed addresses as one error without a message.
  const code = (inner as { code?: unknown }).code;
  return inner.message || (typeof code === 'string' ? code : inner.name);
}
