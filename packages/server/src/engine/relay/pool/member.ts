import { Refusal } from '../../../refusal.ts';
import type { EngineExchange } from '../../engine.ts';
import type { Upstream } from '../open-upstream.ts';
import { type Attempt, attempt, type Ending } from './attempt.ts';
import type { Candidate } from './choose.ts';
import { createHealth, type HealthChange, type HealthPolicy } from './health.ts';
import type { UpstreamChange, UpstreamStanding, UpstreamState } from './pool-options.ts';
import type { Verdict } from './verdict.ts';

/** An upstream of a pool, with what it has to do and how it does. */
export interface Member extends Candidate {
  readonly upstream: Upstream;
  standing(): UpstreamStanding;
  /** When it may be called again, in milliseconds since 1970. */
  returnsAt(): number;
  state(): UpstreamState;
  /** Gives it a call of so much work. */
  offer(exchange: EngineExchange, turn: { readonly work: number; readonly count: number }): Attempt;
  /** What checks have found. When it is down, calls that it has not begun to answer go where somebody takes them. */
  checked(isAlive: boolean, reason: string): void;
  /** Gives it no more calls; resolves when its answers have ended. */
  drain(): Promise<void>;
  /** Gives it calls again. */
  restore(): void;
}

/** What a member of a pool is made of. */
export interface MemberOptions {
  readonly name: string;
  readonly weight: number;
  readonly upstream: Upstream;
  readonly policy: HealthPolicy;
  readonly now: () => number;
  /** Whether any upstream takes calls at the moment. */
  readonly hasOthers: () => boolean;
  readonly tell: (change: UpstreamChange) => void;
}

/** Makes an upstream a member of a pool. */
export function createMember(options: MemberOptions): Member {
  const { name, weight, upstream, now } = options;
  const health = createHealth(options.policy);
  const underway = new Set<Attempt>();
  let drained: (() => void)[] = [];
  let isDraining = false;
  let work = 0;
  let chosenAt = 0;
  let calls = 0;
  let failures = 0;

  const standing = (): UpstreamStanding => (isDraining ? 'draining' : health.standing(now()));
  return {
    name,
    weight,
    upstream,
    get work() {
      return work;
    },
    get chosenAt() {
      return chosenAt;
    },
    standing,
    returnsAt: () => health.returnsAt,
    state: () => {
      const outstanding = underway.size;
      return { name, weight, standing: standing(), outstanding, calls, failures };
    },
    offer,
    checked(isAlive, reason) {
      tell(health.checked(isAlive, now()), reason);
      // Slow is better than nobody.
      if (isAlive || !options.hasOthers()) return;
      const gone = new Refusal(504, 'The upstream was found to be down.');
      for (const one of underway) one.giveUp(gone);
    },
    drain() {
      if (!isDraining) tell({ standing: 'draining' }, 'It was told to be left alone.');
      isDraining = true;
      if (underway.size === 0) return Promise.resolve();
      return new Promise((resolve) => drained.push(resolve));
    },
    restore() {
      if (!isDraining) return;
      isDraining = false;
      tell({ standing: health.standing(now()) }, 'It was told to be called again.');
    },
  };

  function offer(exchange: EngineExchange, turn: { work: number; count: number }): Attempt {
    let verdict: Verdict | undefined;
    work += turn.work;
    chosenAt = turn.count;
    calls += 1;
    health.began();
    const watch = {
      name,
      now,
      begun(given: Verdict) {
        verdict = given;
        judge(given);
      },
      ended(how: Ending) {
        work -= turn.work;
        underway.delete(one);
        finish(how, verdict);
        if (underway.size > 0) return;
        // What is added and taken away again in another order leaves a little behind.
        work = 0;
        for (const resolve of drained) resolve();
        drained = [];
      },
    };
    const one = attempt(upstream, exchange, watch);
    underway.add(one);
    return one;
  }

  function judge(verdict: Verdict): void {
    if (verdict.kind === 'answer') tell(health.answers(), 'It answers again.');
    else if (verdict.kind === 'busy') tell(health.waits(now(), verdict.forMs), verdict.reason);
    else fail(verdict.reason);
  }

  function finish(how: Ending, verdict: Verdict | undefined): void {
    if (!verdict && how.kind === 'left') health.left();
    else if (verdict && verdict.kind !== 'answer') return;
    else if (how.kind !== 'broken') health.succeeded();
    else fail(how.error instanceof Refusal ? how.error.message : 'The call could not be sent.');
  }

  function fail(reason: string): void {
    failures += 1;
    tell(health.failed(now()), reason);
  }

  function tell(
    change: HealthChange | { readonly standing: UpstreamStanding } | undefined,
    reason: string,
  ): void {
    if (change) options.tell({ upstream: name, ...change, reason });
  }
}
