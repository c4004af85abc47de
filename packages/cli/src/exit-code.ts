/** What the process leaves with: a promise to scripts, told by `hermes4 --help` and kept by tests. */
export const EXIT = {
  ok: 0,
  /** Nothing that this table foresees. */
  unexpected: 1,
  /** The command, its settings or its request are wrong. */
  usage: 2,
  /** The key is missing, wrong, disabled or may not do this. */
  unauthorized: 3,
  /** The account or its quota is used up. */
  outOfCredits: 4,
  /** The host was not reached or failed, after the retries. */
  unreachable: 5,
  /** The host asks for patience, after the retries. */
  rateLimited: 6,
  /** The answer is not what was asked for: it breaks its schema, or was cut before it began. */
  invalidOutput: 7,
  /** Some of many did not succeed. */
  partlyFailed: 8,
  /** A limit of the caller's own was reached. */
  capped: 9,
  /** Another process is at work on the same thing. */
  locked: 10,
  /** Ctrl-C. */
  interrupted: 130,
  /** A request to end. */
  terminated: 143,
} as const;
