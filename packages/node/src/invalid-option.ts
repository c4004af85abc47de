import { HermesError } from '@hermes4/core';

/** The error for what a caller gave and nobody can use; `path` names it. */
export function invalidOption(path: string, message: string, cause?: unknown): HermesError {
  return new HermesError(message, { code: 'invalid_options', path, cause });
}
