import { InvalidArgumentError } from 'commander';

/** Reads a whole number above zero from a flag. */
export function readCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count > 0 && Number.isSafeInteger(count)) return count;
  throw new InvalidArgumentError('Expected a whole number above zero.');
}
