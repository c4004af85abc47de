/** What is remembered of what somebody takes; what its numbers mean is the gauge's business. */
export interface Level {
  amount: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** What a caller has left of something. */
export interface Gauge {
  readonly limit: number;
  /** May be below zero after calls that took more than was expected. */
  left(): number;
  /** Whether so much is left, but for what floating-point numbers lose. */
  has(amount: number): boolean;
  /** Milliseconds until so much is left, if nothing more is taken. */
  msUntil(amount: number): number;
  /**
   * Sets an amount aside.
   *
   * @returns What corrects it to what was taken in the end.
   */
  hold(amount: number): (taken: number) => void;
}

const MINUTE = 60_000;
const LOST = 1e-9;

/** The level of somebody who never took anything. */
export function untouched(): Level {
  return { amount: 0, at: -Infinity };
}

/**
 * Fills up again as time goes by, to its limit within a minute: no burst at the turn of a minute.
 *
 * @param level What was left, and when.
 */
export function rateGauge(perMinute: number, level: Level, now: () => number): Gauge {
  return { limit: perMinute, left, has: (amount) => left() >= amount - LOST, msUntil, hold };

  function left(): number {
    const elapsed = Math.max(0, now() - level.at);
    level.at = Math.max(level.at, now());
    level.amount = Math.min(perMinute, level.amount + (elapsed * perMinute) / MINUTE);
    return level.amount;
  }

  function msUntil(amount: number): number {
    return (Math.max(0, amount - left()) * MINUTE) / perMinute;
  }

  function hold(amount: number): (taken: number) => void {
    level.amount = left() - amount;
    return (taken) => {
      level.amount = left() + amount - taken;
    };
  }
}

/** How much there is in each period, and when the period ends that a moment is in. */
export interface Allotment {
  readonly limit: number;
  readonly endOf: (now: number) => number;
}

/**
 * Is whole again when its period ends. What a call takes counts where the call began.
 *
 * @param level What was taken, and when that is forgotten.
 */
export function budgetGauge({ limit, endOf }: Allotment, level: Level, now: () => number): Gauge {
  return { limit, left, has: (amount) => left() >= amount - LOST, msUntil, hold };

  function left(): number {
    if (now() >= level.at) {
      level.amount = 0;
      level.at = endOf(now());
    }
    return limit - level.amount;
  }

  function msUntil(amount: number): number {
    return left() >= amount ? 0 : level.at - now();
  }

  function hold(amount: number): (taken: number) => void {
    left();
    const { at } = level;
    level.amount += amount;
    return (taken) => {
      if (level.at === at) level.amount += taken - amount;
    };
  }
}
