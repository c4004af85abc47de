import { InvalidArgumentError, Option } from 'commander';
import { type Read, readNumber } from '../../settings/readers.ts';

/** An option that is a number within bounds. */
export function numeric(
  flags: string,
  description: string,
  bounds: Parameters<typeof readNumber>[0],
): Option {
  const read: Read<number> = readNumber(bounds);
  return new Option(flags, description).argParser((text: string) => {
    try {
      return read(text);
    } catch (error) {
      throw new InvalidArgumentError((error as Error).message);
    }
  });
}
