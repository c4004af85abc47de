import type { Read } from './readers.ts';

/** One thing that can be set, by a flag, a variable or a file. */
export interface Setting<Value> {
  /** What it does, for help and for `hermes4 config list`. */
  readonly description: string;
  /** Reads a value in any spelling; given a value that was read, it gives it back. */
  readonly read: Read<Value>;
  /** Its values, where there are only a few. */
  readonly choices?: readonly string[] | undefined;
  /** The environment variable that sets it. */
  readonly env?: string | undefined;
  /**
   * Whether the file of a project may not set it. What runs programs, reads files, spends money or decides what is
   * kept is the person's own, not a repository's.
   */
  readonly isPersonal?: boolean | undefined;
}
