import { HermesError } from '@hermes4/core';

/** How long a model takes, in milliseconds. */
export interface TimingProfile {
  /** Before anything else: the network, the queue, the scheduler. */
  readonly overheadMs: number;
  /** For each token of the prompt. */
  readonly promptTokenMs: number;
  /** For each token of the answer, on average. */
  readonly tokenMs: number;
  /** How far a token's time strays, as a part of it: 0.2 is 20 % either way. */
  readonly jitter: number;
  /** How much slower everything gets with each further call that is answered at the same time, as a part of it. */
  readonly loadFactor: number;
}

/** The name of a profile that comes with the server. */
export type TimingName = 'instant' | 'hermes-4-405b';

/**
 * The profiles that come with the server; `instant` waits for nothing. `hermes-4-405b` is the middle of what a
 * simulator of vLLM publishes for 405 billion parameters in FP8 on eight H100
 * (https://github.com/llm-d/llm-d-inference-sim): modeled, not measured here.
 */
export const timingProfiles: Readonly<Record<TimingName, TimingProfile | undefined>> = {
  instant: undefined,
  'hermes-4-405b': {
    overheadMs: 200,
    promptTokenMs: 3,
    tokenMs: 80,
    jitter: 0.2,
    loadFactor: 0.02,
  },
};

/**
 * The profile that a server's options ask for; nothing when answers are to come at once.
 *
 * @throws HermesError `invalid_options` when there is no such profile or its times cannot be used.
 */
export function profileOf(
  timing: TimingName | TimingProfile,
  tokensPerSecond: number | undefined,
): TimingProfile | undefined {
  if (tokensPerSecond === Infinity) return undefined;
  if (tokensPerSecond !== undefined) {
    checkNumber('tokensPerSecond', tokensPerSecond, 0.001);
    return { ...AT_ONCE, tokenMs: 1_000 / tokensPerSecond };
  }
  if (typeof timing === 'string') {
    if (Object.hasOwn(timingProfiles, timing)) return timingProfiles[timing];
    const known = Object.keys(timingProfiles).join(', ');
    throw unusable('timing', `expected one of ${known}, or a profile; received ${timing}`);
  }
  for (const name of Object.keys(AT_ONCE) as (keyof TimingProfile)[]) {
    checkNumber(`timing.${name}`, timing[name], 0);
  }
  return timing;
}

const AT_ONCE: TimingProfile = {
  overheadMs: 0,
  promptTokenMs: 0,
  tokenMs: 0,
  jitter: 0,
  loadFactor: 0,
};

/** Zero or NaN would not fail where it is given but much later, as an answer that never comes. */
function checkNumber(path: string, value: number, least: number): void {
  if (value >= least && value < Infinity) return;
  throw unusable(path, `expected a number of at least ${least}, received ${value}`);
}

function unusable(path: string, why: string): HermesError {
  return new HermesError(`Option ${path} cannot be used: ${why}.`, {
    code: 'invalid_options',
    path,
  });
}
