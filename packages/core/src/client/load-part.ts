import { HermesError } from '../errors/hermes-error.ts';

/**
 * Waits for code that is loaded with the first call that needs it.
 *
 * @param what What the code is for, in words.
 * @throws HermesError `connection_failed` when it cannot be had.
 */
export function loadPart<Part>(part: Promise<Part>, what: string): Promise<Part> {
  return part.catch((cause: unknown) => {
    throw new HermesError(
      `The part of @hermes4/core for ${what} could not be loaded. Check the network.`,
      { code: 'connection_failed', cause },
    );
  });
}
