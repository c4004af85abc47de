/** How a check came out. What was skipped could not be looked at, or does not exist at this host. */
export type Status = 'ok' | 'warning' | 'failed' | 'skipped';

/** What a check found. */
export interface Finding {
  /** A name that never changes, for programs. */
  readonly name: string;
  readonly status: Status;
  /** One sentence. */
  readonly summary: string;
  /** What to do about it. */
  readonly advice?: string | undefined;
  /** The same as values, for programs. Never a key. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  /** What the command leaves with, if this is the first that failed. */
  readonly exitCode?: number | undefined;
}

/** What is looked at, told without its name. */
export type Outcome = Omit<Finding, 'name'>;

/** Looks at one thing. What it throws is told as its failure. */
export type Check = () => Outcome | Promise<Outcome>;

/** What could not be looked at. */
export function skipped(summary: string): Outcome {
  return { status: 'skipped', summary };
}
