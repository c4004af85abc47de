import { HermesError } from '@hermes4/core';

/** The most milliseconds that a timer of the platform takes; past it, it would ring at once. */
export const LONGEST_WAIT = 2_147_483_647;

/**
 * Holds a number among options against its bounds: zero or NaN would not fail where it is given but much
 * later, as something that never comes.
 *
 * @throws HermesError `invalid_options` that names the option.
 */
export function atLeast(
  least: number,
  path: string,
  value: number,
  most: number = Infinity,
): number {
  if (value >= least && value <= most) return value;
  const range = most < Infinity ? `from ${least} to ${most}` : `of at least ${least}`;
  throw new HermesError(
    `Option ${path} cannot be used: expected a number ${range}, received ${value}.`,
    { code: 'invalid_options', path },
  );
}
