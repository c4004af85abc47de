import type { HostProfile } from '@hermes4/node';
import type { Wire } from './wire.ts';

/**
 * What a probe found:
 *
 * - `pass`: as the API document says.
 * - `differs`: otherwise, and the client copes, by itself or told by the profile.
 * - `fail`: something is lost, or wrong, that no client can bring back.
 * - `unsure`: the model did not do what would have shown it.
 */
export type Verdict = 'pass' | 'differs' | 'fail' | 'unsure';

/** What a host did when it was probed. */
export interface Finding {
  readonly verdict: Verdict;
  /** What was seen, in words. */
  readonly saw: string;
  /** What a caller of this host should know or do; absent when nothing. */
  readonly advice?: string | undefined;
  /** What this says about the host's profile. */
  readonly profile?: Partial<HostProfile> | undefined;
}

/** One question to a host, whose answer is judged from its bytes alone. */
export interface Probe {
  readonly name: string;
  /** What is looked at, in a few words for the table's reader. */
  readonly about: string;
  run(wire: Wire): Promise<Finding>;
}
