import { readRetryAfter } from '@hermes4/core/internal';

/** What an answer says of the upstream that gave it. */
export type Verdict =
  | { readonly kind: 'answer' }
  | { readonly kind: 'failure'; readonly reason: string }
  | { readonly kind: 'busy'; readonly reason: string; readonly forMs: number };

/** An upstream that does not say for how long it is busy. */
const SHORT_WAIT_MS = 1_000;

/** Statuses that tell of the upstream's own trouble, besides those from 500. */
const TROUBLE = [408, 425];

/** Statuses that tell of the key. */
const KEY_TROUBLE = [401, 402, 403];

/**
 * Tells an upstream's trouble from an answer that any upstream would give.
 *
 * @param answer What has come so far.
 * @param context The time, in milliseconds since 1970, and whether the key of the call was the caller's own.
 */
export function verdictOf(
  {
    status,
    headers,
    isFailure,
  }: { readonly status: number; readonly headers: Headers; readonly isFailure: boolean },
  { now, isCallersKey }: { readonly now: number; readonly isCallersKey: boolean },
): Verdict {
  const forMs = readRetryAfter(headers, now);
  const reason = `The upstream answered with status ${status}.`;
  if (status === 429 || (status >= 500 && forMs !== undefined)) {
    return { kind: 'busy', reason, forMs: forMs ?? SHORT_WAIT_MS };
  }
  if (status >= 500 || TROUBLE.includes(status)) return { kind: 'failure', reason };
  if (!isCallersKey && KEY_TROUBLE.includes(status)) return { kind: 'failure', reason };
  if (isFailure) return { kind: 'failure', reason: 'The upstream began its stream with an error.' };
  return { kind: 'answer' };
}
