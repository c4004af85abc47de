import type { UpstreamStanding } from './pool-options.ts';

/** When calls that fail are too many. */
export interface HealthPolicy {
  readonly failures: number;
  readonly baseMs: number;
  readonly maxMs: number;
}

/** A change of health: what it is now, and until when. */
export interface HealthChange {
  readonly standing: Exclude<UpstreamStanding, 'draining'>;
  readonly until?: number;
}

/**
 * What is known of one upstream, from its calls and from checks. Times are milliseconds since 1970. What changes
 * how it stands returns the change.
 */
export interface Health {
  /** How it stands. After an ejection, it is up for one call, whose end decides. */
  standing(now: number): HealthChange['standing'];
  /** Since when it could be called, or from when on it can. */
  readonly returnsAt: number;
  /** A call is given to it. */
  began(): void;
  /** It begins to answer a call, which ends a trial. */
  answers(): HealthChange | undefined;
  /** It has answered a call to the end, or for as long as anybody listened. */
  succeeded(): void;
  /** It has failed a call. */
  failed(now: number): HealthChange | undefined;
  /** Nobody waited for its answer to a call. */
  left(): void;
  /** It asks for no calls for so many milliseconds. */
  waits(now: number, forMs: number): HealthChange | undefined;
  /** It has passed or failed so many checks that it is known to live or not. */
  checked(isAlive: boolean, now: number): HealthChange | undefined;
}

/** How many calls are remembered. */
const MEMORY = 20;

/** Begins to keep the health of an upstream that is taken to be well. */
export function createHealth({ failures, baseMs, maxMs }: HealthPolicy): Health {
  const recent: boolean[] = [];
  let inARow = 0;
  let ejections = 0;
  let ejectedUntil = 0;
  let waitsUntil = 0;
  let isDown = false;
  let trial: 'none' | 'due' | 'underway' = 'none';

  return {
    standing,
    get returnsAt() {
      return Math.max(ejectedUntil, waitsUntil);
    },
    began() {
      if (trial === 'due') trial = 'underway';
    },
    answers() {
      if (trial !== 'underway') return undefined;
      trial = 'none';
      ejections -= 1;
      ejectedUntil = 0;
      return { standing: 'up' };
    },
    succeeded() {
      inARow = 0;
      remember(true);
    },
    failed(now) {
      inARow += 1;
      remember(false);
      // Calls that it was given before tell nothing new.
      if (now < ejectedUntil) return undefined;
      return trial !== 'none' || isTooMuch() ? eject(now) : undefined;
    },
    left() {
      if (trial === 'underway') trial = 'due';
    },
    waits(now, forMs) {
      if (trial === 'underway') trial = 'due';
      const isNews = now >= waitsUntil;
      waitsUntil = Math.max(waitsUntil, now + forMs);
      return isNews ? { standing: 'waiting', until: waitsUntil } : undefined;
    },
    checked(isAlive, now) {
      if (isDown === !isAlive) return undefined;
      isDown = !isAlive;
      return { standing: standing(now) };
    },
  };

  function standing(now: number): HealthChange['standing'] {
    if (isDown) return 'down';
    if (now < ejectedUntil || trial === 'underway') return 'ejected';
    return now < waitsUntil ? 'waiting' : 'up';
  }

  function remember(isGood: boolean): void {
    recent.push(isGood);
    if (recent.length > MEMORY) recent.shift();
  }

  function isTooMuch(): boolean {
    const bad = recent.filter((isGood) => !isGood).length;
    return inARow >= failures || bad >= MEMORY / 2;
  }

  function eject(now: number): HealthChange {
    ejectedUntil = now + Math.min(maxMs, baseMs * 2 ** ejections);
    ejections += 1;
    trial = 'due';
    inARow = 0;
    recent.length = 0;
    return { standing: 'ejected', until: ejectedUntil };
  }
}
