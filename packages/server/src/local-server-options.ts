import type { AccountStart } from './account/account-start.ts';
import type { Store } from './account/store.ts';
import type { Route } from './call.ts';
import type { Clock } from './clock.ts';
import type { DialectName } from './dialect/dialect.ts';
import type { DoorOptions } from './door/door-options.ts';
import type { Engine } from './engine/engine.ts';
import type { FaultRule } from './faults/fault-plan.ts';
import type { JournalOptions } from './observe/journal.ts';
import type { SpanTracer } from './observe/spans.ts';
import type { Prices } from './prices.ts';
import type { ResumeOptions } from './resume/create-resume.ts';
import type { TimingName, TimingProfile } from './timing/timing-profile.ts';

/** How a local server is set up. */
export interface LocalServerOptions extends DoorOptions {
  /** What answers. @defaultValue the simulator, `createSimEngine()` */
  readonly engine?: Engine | undefined;
  /**
   * How engines that write tokens speak: as the hosted API does, or as another host; `odd` is every oddity
   * that was seen somewhere. The answer is the same in all of them.
   *
   * @defaultValue `aimlapi`
   */
  readonly dialect?: DialectName | undefined;
  /** How long engines that write tokens take. @defaultValue `instant` */
  readonly timing?: TimingName | TimingProfile | undefined;
  /**
   * How fast answers are generated, in tokens per second, at least 0.001: a `timing` of nothing but that.
   *
   * @defaultValue as `timing` says
   */
  readonly tokensPerSecond?: number | undefined;
  /** What tokens cost, for `meta.usage`, the cost headers, budgets and the account. @defaultValue `DEFAULT_PRICES` */
  readonly prices?: Prices | undefined;
  /**
   * Keeps an account, as the hosted service does: its endpoints for keys, billing, usage and logs are there, and its
   * keys are what callers need. `true` is one in memory with random keys, which `opened` tells.
   *
   * @defaultValue no account
   */
  readonly account?: boolean | AccountSetup | undefined;
  /** Further routes, such as `ticketRoute()`. @defaultValue none */
  readonly routes?: readonly Route[] | undefined;
  /** What goes wrong on purpose. @defaultValue nothing, until `PUT /admin/faults` says otherwise */
  readonly faults?: FaultSetup | undefined;
  /** Lets readers that lost their connection come back to their stream. @defaultValue `false` */
  readonly resume?: boolean | ResumeOptions | undefined;
  /** What the journal of calls keeps. */
  readonly journal?: JournalOptions | undefined;
  /** Is told of each call, as `@opentelemetry/api`'s `Tracer` is. @defaultValue nobody */
  readonly tracer?: SpanTracer | undefined;
  /**
   * What opens `/metrics` and what is below `/admin/` on a server that asks who calls, as
   * `Authorization: Bearer …`. A server that anybody may call shows them to anybody, too.
   *
   * @defaultValue they are closed on a server that asks who calls
   */
  readonly adminKey?: string | undefined;
  /** What chance begins with, in timing and in faults. @defaultValue 1 */
  readonly seed?: number | undefined;
  /**
   * Is told of what goes wrong beside the answers, such as a store that cannot be written to.
   *
   * @defaultValue the platform is, as of an error that nobody caught; Node then ends the process
   */
  readonly onError?: ((error: unknown) => unknown) | undefined;
  /** The time. @defaultValue the machine's own */
  readonly clock?: Clock | undefined;
}

/** An account, and where it lives. */
export interface AccountSetup {
  /** @defaultValue memory */
  readonly store?: Store | undefined;
  /** How it begins, if it is new. */
  readonly start?: AccountStart | undefined;
}

/** A script of faults. */
export interface FaultSetup {
  /** The first rule that is due decides. @defaultValue nothing goes wrong */
  readonly plan?: readonly FaultRule[] | undefined;
  /** Whether a call may ask for its own fault with the header `x-hermes4-fault`. @defaultValue `false` */
  readonly allowHeader?: boolean | undefined;
}
