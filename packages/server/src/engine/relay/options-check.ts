import { HermesError } from '@hermes4/core';

/** The most milliseconds that a timer of the platform takes; past it, it would ring at once. */
const LONGEST_WAIT = 2_147_483_647;

/**
 * Holds a number among options against its bound.
 *
 * @throws HermesError `invalid_options` that names the option.
 */
export function positive(path: string, value: number | undefined, otherwise: number): number {
  const number = value ?? otherwise;
  if (number > 0) return number;
  throw unusable(path, `a number above 0, received ${number}`);
}

/**
 * Holds a time to wait, in milliseconds, against the bounds of timers.
 *
 * @throws HermesError `invalid_options` that names the option.
 */
export function wait(path: string, value: number | undefined, otherwise: number): number {
  const ms = positive(path, value, otherwise);
  if (ms <= LONGEST_WAIT || ms === Infinity) return ms;
  throw unusable(path, `Infinity, or at most ${LONGEST_WAIT} milliseconds, received ${ms}`);
}

/** An option that cannot be used, and what was expected. What was given may hold a secret. */
export function unusable(path: string, expected: string): HermesError {
  return new HermesError(`Option ${path} cannot be used: expected ${expected}.`, {
    code: 'invalid_options',
    path,
  });
}
