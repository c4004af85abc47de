import { HermesError } from '../errors/hermes-error.ts';

/**
 * Checks the caller's own id for a call: the hosted API drops one that it does not like without a word.
 *
 * @throws HermesError `invalid_options`.
 */
export function checkedRequestId(id: string): string {
  if (/^[\w.:-]{1,128}$/.test(id)) return id;
  throw new HermesError(
    'Option clientRequestId cannot be used: expected 1 to 128 of A-Z a-z 0-9 . _ : -.',
    { code: 'invalid_options', path: 'clientRequestId' },
  );
}
