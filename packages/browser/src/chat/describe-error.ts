import { isHermesError } from '@hermes4/core';
import type { ChatError } from './message.ts';

/** An error as data. */
export function describeError(error: unknown): ChatError {
  if (!isHermesError(error)) return { code: 'unknown', message: messageOf(error) };
  const { code, message, status, retryAfterMs, requestId } = error;
  // What is undefined is left out, as it is where it is stored.
  const said = JSON.stringify({ code, message, status, retryAfterMs, requestId });
  return JSON.parse(said) as ChatError;
}

/** What keeps conversations has failed. */
export function describeStorageError(error: unknown): ChatError {
  const isFull = error instanceof Error && error.name === 'QuotaExceededError';
  return { code: isFull ? 'storage_full' : 'storage_failed', message: messageOf(error) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
