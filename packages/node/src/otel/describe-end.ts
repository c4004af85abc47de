import { isHermesError } from '@hermes4/core';

/** Why a call ended before its answer did. */
export interface EarlyEnd {
  /** As `error.type`: a HermesError's code, or the name of another error. */
  readonly type: string;
  /** Whether it has failed; a caller who has changed their mind has not. */
  readonly isFailure: boolean;
  /** What a HermesError says; another's words may not be safe to log. */
  readonly status?: { readonly message: string };
}

/**
 * Says why a call ended.
 *
 * @param reason What it was rejected or stopped with; nothing when its reader has just left.
 */
export function describeEnd(reason: unknown): EarlyEnd {
  if (isHermesError(reason)) {
    return { type: reason.code, isFailure: true, status: { message: reason.message } };
  }
  if (reason === undefined) return { type: 'AbortError', isFailure: false };
  // A caller may abort with any value, and nobody throws one that is no error.
  if (!(reason instanceof Error)) return { type: '_OTHER', isFailure: false };
  return { type: reason.name, isFailure: reason.name !== 'AbortError' };
}
