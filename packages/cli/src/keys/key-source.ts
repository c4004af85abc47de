import type { Io } from '../io.ts';
import type { Settings } from '../settings/resolve-settings.ts';
import type { Target } from '../target.ts';

/** A key and where it was found. It is never printed; where it came from may be. */
export interface FoundKey {
  readonly key: string;
  /** As the end of “the key comes from …”: `AIMLAPI_API_KEY`, `the system's keychain`. */
  readonly from: string;
}

/**
 * Finds the key for a target: `--key-file`, then the environment, `key-cmd`, the system's keychain, a file.
 *
 * A key goes where the person sent it and nowhere else: a stored key to the origin that it was stored for, and
 * no key at all to an address that only a project's file names, unless it was stored for that very address.
 *
 * @returns Nothing when there is none.
 * @throws UsageError when a source that was named cannot be read; the signal's reason after an abort.
 */
export type FindKey = (target: Target, settings: Settings, io: Io) => Promise<FoundKey | undefined>;
