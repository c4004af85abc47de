import type { Clock } from '../../../clock.ts';
import type { RelayOptions } from '../relay-options.ts';

/** One of the hosts that a pool passes calls on to. */
export interface PoolUpstream extends Omit<RelayOptions, 'clock'> {
  /**
   * What answers, logs and the doors of administration call it. Callers read it, so it should not be an address.
   *
   * @defaultValue `upstream-1`, `upstream-2` …, in the order of the list
   */
  readonly name?: string | undefined;
  /** How much of the work it takes, beside the others. @defaultValue 1 */
  readonly weight?: number | undefined;
}

/** Several hosts that run the same model, and how calls are shared among them. */
export interface RelayPoolOptions {
  /** The hosts; at least one. */
  upstreams: readonly PoolUpstream[];
  /**
   * How many upstreams a call is offered to, one after another, before its failure is told. Only a call of
   * whose answer the caller has got nothing goes to another one.
   *
   * @defaultValue 3
   */
  attempts?: number | undefined;
  /**
   * Sends calls that begin with the same words to the same upstream while it has no more than 1.25 times its
   * share of the work: what it has read before, it need not read again. Without, each call goes where the
   * least work is.
   *
   * @defaultValue `true`
   */
  affinity?: boolean | undefined;
  /** When an upstream is left alone because calls to it fail. */
  ejection?: EjectionOptions | undefined;
  /**
   * Asks every upstream whether it lives, also when nobody calls. One that does not answer gets no calls, and
   * those that it has not begun to answer go elsewhere, if another one is up.
   *
   * @defaultValue `false`: only calls tell
   */
  checks?: boolean | CheckOptions | undefined;
  /**
   * After so many milliseconds without a first token, a streamed call is sent to a second upstream as well, and
   * the first to begin answers. The other one is hung up on, but may charge for what it has done.
   *
   * @defaultValue never
   */
  hedgeAfterMs?: number | undefined;
  /** Told when an upstream is left alone, and when it is called again. @defaultValue nobody is told */
  onChange?: ((change: UpstreamChange) => void) | undefined;
  /** What measures time. @defaultValue the machine's own */
  clock?: Clock | undefined;
}

/** When an upstream is left alone, and for how long. */
export interface EjectionOptions {
  /**
   * After how many failures in a row: no answer, an answer that broke off, or one with status 408, 425 or 5xx;
   * with a key of the relay's own, 401, 402 and 403 too. Half of the last twenty calls are too many in any case.
   *
   * @defaultValue 3
   */
  readonly failures?: number | undefined;
  /** For how long the first time, in milliseconds; twice as long each time that it fails again. @defaultValue 5,000 */
  readonly baseMs?: number | undefined;
  /** For how long at most, in milliseconds. @defaultValue 300,000 */
  readonly maxMs?: number | undefined;
}

/** How upstreams are asked whether they live. */
export interface CheckOptions {
  /**
   * What is asked for with `GET`, from the upstream's `baseURL`: `models` is below it, `/health` at the root
   * of the host. Any status below 500 is a sign of life.
   *
   * @defaultValue `models`
   */
  readonly path?: string | undefined;
  /** Milliseconds from one check to the next. @defaultValue 10,000 */
  readonly intervalMs?: number | undefined;
  /** How long an upstream may take, in milliseconds. @defaultValue 5,000 */
  readonly timeoutMs?: number | undefined;
  /** After how many failed checks in a row it is down. @defaultValue 2 */
  readonly failures?: number | undefined;
}

/**
 * Whether an upstream is called: `up`; `ejected`, because calls to it fail; `waiting`, because it asked for time
 * with `Retry-After`; `down`, because it does not answer checks; `draining`, because it was told to be left alone.
 */
export type UpstreamStanding = 'up' | 'ejected' | 'waiting' | 'down' | 'draining';

/** An upstream is left alone, or called again. */
export interface UpstreamChange {
  /** Its name. */
  readonly upstream: string;
  /** How it stands now. */
  readonly standing: UpstreamStanding;
  /** Why, as a sentence without secrets. */
  readonly reason: string;
  /** When it may be called again, in milliseconds since 1970; `undefined` where time alone does not tell. */
  readonly until?: number | undefined;
}

/** An upstream, as it stands. */
export interface UpstreamState {
  /** Its name. */
  readonly name: string;
  /** How much of the work it takes, beside the others. */
  readonly weight: number;
  /** Whether it is called. */
  readonly standing: UpstreamStanding;
  /** How many of its answers are on their way. */
  readonly outstanding: number;
  /** How many calls it was given since the pool was made. */
  readonly calls: number;
  /** How many of them failed. */
  readonly failures: number;
}
