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
