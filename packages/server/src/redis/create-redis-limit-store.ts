import { type Clock, systemClock } from '../clock.ts';
import type { LimitStore, Missing, Reserved, Wanted } from '../door/limit-store.ts';
import { Refusal } from '../refusal.ts';
import { limitKeys } from './limit-keys.ts';
import type { Link } from './link.ts';

/** What the store is made of. */
export interface RedisLimitParts {
  readonly link: Link;
  readonly prefix: string;
  readonly onFailure: 'refuse' | 'allow';
  /** Milliseconds. */
  readonly leaseMs: number;
  /** `undefined` is Redis's own. */
  readonly clock: Clock | undefined;
}

/** What the script that reserves answers: what is missing, Redis's time, then what is left and as of when, of each draw. */
type Answer = readonly [missing: string, now: string, ...levels: string[]];

/** A call that nobody counts. */
const UNCOUNTED: Reserved = { isReserved: true, standings: [], end: () => Promise.resolve() };

/** A store, and what ends it. */
interface OpenStore extends LimitStore {
  /** Says no more of calls that are underway: what is left of their leases runs out. */
  leave(): void;
}

/** Counts in Redis, and remembers nothing itself but which calls to speak of. */
export function createRedisLimitStore(parts: RedisLimitParts): OpenStore {
  const { link, prefix, onFailure, leaseMs: lease, clock } = parts;
  const spokenOf = new Set<() => void>();
  return {
    reserve,
    leave() {
      for (const callOff of spokenOf) callOff();
    },
  };

  async function reserve(wanted: Wanted): Promise<Reserved | Missing> {
    const keys = await limitKeys(prefix, wanted);
    const { concurrent, draws } = wanted;
    const id = crypto.randomUUID();
    const asked = { act: 'reserve', id, now: clock?.now(), lease, concurrent, draws };
    const answered = await link.run(keys, asked);
    if (!answered) {
      // Redis may have heard it and be about to take it: then it hears this, too.
      void end(draws.map((draw) => ({ ...draw, taken: 0 })));
      return uncounted(onFailure);
    }
    const { missing, levels, now } = readAnswer(answered.answer as Answer);
    const standings = levels.map(({ left, at }, place) => ({
      left,
      endsInMs: draws[place]?.ends && at - now,
    }));
    if (missing !== undefined) return { isReserved: false, missing, standings };
    const stopRenewing = keepUnderway();
    let isOver = false;
    return {
      isReserved: true,
      standings,
      async end(taken) {
        if (isOver) return;
        isOver = true;
        await stopRenewing();
        await end(
          draws.map((draw, place) => ({ ...draw, ...levels[place], taken: taken[place] ?? 0 })),
        );
      },
    };

    async function end(ended: readonly object[]): Promise<void> {
      await link.run(keys, { act: 'finish', id, now: clock?.now(), draws: ended });
    }

    /**
     * Until it is called off, Redis hears of the call three times in a lease.
     *
     * @returns What calls it off, and resolves when Redis has heard the last of it: what is said of a call after its
     *   end would bring it back.
     */
    function keepUnderway(): () => Promise<unknown> {
      const time = clock ?? systemClock;
      let said: Promise<unknown> = Promise.resolve();
      let cancel = time.after(lease / 3, renew);
      spokenOf.add(callOff);
      return () => {
        callOff();
        return said;
      };

      function callOff(): void {
        cancel();
        spokenOf.delete(callOff);
      }

      function renew(): void {
        cancel = time.after(lease / 3, renew);
        said = link.run(keys.slice(0, 1), { act: 'renew', id, now: clock?.now(), lease });
      }
    }
  }
}

function readAnswer([missing, now, ...numbers]: Answer) {
  const levels = Array.from({ length: numbers.length / 2 }, (_, place) => ({
    left: Number(numbers[2 * place]),
    at: Number(numbers[2 * place + 1]),
  }));
  return {
    missing: missing === '' ? undefined : missing === 'calls' ? missing : Number(missing),
    levels,
    now: Number(now),
  } as const;
}

function uncounted(onFailure: 'refuse' | 'allow'): Reserved {
  if (onFailure === 'allow') return UNCOUNTED;
  throw new Refusal(
    503,
    'Service Unavailable. The limits of callers cannot be counted at the moment, so no call is let in. Try again in 1 s.',
    { 'retry-after': '1' },
  );
}
