import { systemClock } from '../../../clock.ts';
import { Refusal } from '../../../refusal.ts';
import type { EngineExchange, ExchangeEngine } from '../../engine.ts';
import { giveAnswer } from '../give-answer.ts';
import type { Attempt } from './attempt.ts';
import { startChecks } from './checks.ts';
import { choose, workOf } from './choose.ts';
import { firstToBegin } from './first-to-begin.ts';
import { createMember, type Member } from './member.ts';
import type { RelayPoolOptions, UpstreamChange, UpstreamState } from './pool-options.ts';
import { prefixOf } from './prefix.ts';
import { resolvePool } from './resolve-pool.ts';

/** An engine that shares calls among several hosts. */
export interface RelayPool extends ExchangeEngine {
  /** Every upstream as it stands, in the order of the options. */
  upstreams(): UpstreamState[];
  /**
   * Gives an upstream no more calls, so that it can be taken away; resolves when its answers have ended.
   *
   * @throws RangeError when no upstream has this name.
   */
  drain(name: string): Promise<void>;
  /**
   * Gives a drained upstream calls again.
   *
   * @throws RangeError when no upstream has this name.
   */
  restore(name: string): void;
  /** Ends the checks, which keep a process alive. Calls go on. */
  close(): void;
}

/**
 * Makes an engine that passes calls on to several hosts which run the same model, each as
 * {@link createRelayEngine} does it.
 *
 * A call goes to the upstream with the least work; with `affinity`, to the one that has read its beginning before.
 * When an upstream does not answer, is busy, or breaks off before the caller has got a byte, the call goes to another
 * one; after that it ends as with one upstream, in an event that says so. Upstreams that fail are left alone for a
 * while, and come back by one call on trial; `Retry-After` is kept to. Where all are left alone because they failed,
 * the one that would come back first is tried all the same; where all ask to wait, the call is refused with 429.
 * Answers say in `x-hermes4-upstream` who gave them.
 *
 * @throws HermesError `invalid_options` when an option cannot be used; its `path` names it.
 * @example
 * ```ts
 * import { createLocalServer, createRelayPool } from '@hermes4/server';
 *
 * const engine = createRelayPool({
 *   upstreams: [
 *     { name: 'rack-a', baseURL: 'http://10.0.0.11:8000/v1' },
 *     { name: 'rack-b', baseURL: 'http://10.0.0.12:8000/v1' },
 *   ],
 *   checks: { path: '/health' },
 *   onChange: ({ upstream, standing, reason }) => console.error(upstream, standing, reason),
 * });
 * const server = createLocalServer({ engine, keys: ['a key for your callers'] });
 * ```
 */
export function createRelayPool(options: RelayPoolOptions): RelayPool {
  const pool = resolvePool(options);
  const { clock = systemClock, onChange = () => undefined } = options;
  const members = pool.upstreams.map((one) =>
    createMember({ ...one, policy: pool.policy, now: () => clock.now(), hasOthers, tell }),
  );
  const { checks } = pool;
  const stops = checks ? members.map((member) => startChecks(member, checks, clock)) : [];
  let count = 0;

  return {
    name: 'relay',
    fingerprint: 'hermes4-relay-1',
    tokenCounts: 'exact',
    holdsKey: members.some(({ upstream }) => upstream.holdsKey),
    upstreams: () => members.map((member) => member.state()),
    drain: async (name) => find(name).drain(),
    restore: (name) => find(name).restore(),
    close() {
      for (const stop of stops) stop();
    },
    async answer(exchange) {
      const { request, signal } = exchange;
      const outcome = await firstToBegin({
        next: offers(exchange),
        hedgeAfterMs: request.stream ? pool.hedgeAfterMs : undefined,
        clock,
      });
      if (!outcome) throw nobody();
      if (outcome.kind !== 'begun') throw outcome.error;
      const response = await giveAnswer(outcome.call, signal);
      response.headers.set('x-hermes4-upstream', outcome.by);
      return response;
    },
  };

  /** Offers a call to one upstream after another. */
  function offers(exchange: EngineExchange): () => Attempt | undefined {
    const { request, text } = exchange;
    const work = workOf(text);
    const prefix = pool.hasAffinity ? prefixOf(request, text) : undefined;
    const tried = new Set<Member>();
    return () => {
      if (tried.size >= pool.attempts) return undefined;
      const up = members.filter((one) => !tried.has(one) && one.standing() === 'up');
      // What has failed before is better than nothing, unless it takes the place of an answer.
      const member = choose(up, { prefix, work }) ?? (tried.size === 0 ? soonest() : undefined);
      if (!member) return undefined;
      tried.add(member);
      count += 1;
      return member.offer(exchange, { work, count });
    };
  }

  function soonest(): Member | undefined {
    const [ejected, down] = (['ejected', 'down'] as const).map((standing) =>
      members.filter((one) => one.standing() === standing),
    );
    return [ejected, down].flatMap((some = []) =>
      some.toSorted((a, b) => a.returnsAt() - b.returnsAt()),
    )[0];
  }

  function nobody(): Refusal {
    const waiting = members.filter((one) => one.standing() === 'waiting');
    if (waiting.length === 0) {
      return new Refusal(503, 'No upstream takes calls: all of them are being taken away.');
    }
    const ms = Math.min(...waiting.map((one) => one.returnsAt())) - clock.now();
    const after = String(Math.max(1, Math.ceil(ms / 1_000)));
    return new Refusal(429, `Every upstream asks to wait; the first for ${after} s.`, {
      'retry-after': after,
    });
  }

  function hasOthers(): boolean {
    return members.some((one) => one.standing() === 'up');
  }

  /** What goes wrong there must not reach a call. */
  function tell(change: UpstreamChange): void {
    queueMicrotask(() => onChange(change));
  }

  function find(name: string): Member {
    const member = members.find((one) => one.name === name);
    if (member) return member;
    throw new RangeError(
      `No upstream is called ${name}: there are ${members.map((one) => one.name).join(', ')}.`,
    );
  }
}
