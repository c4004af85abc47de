import type { Draw, Standing } from './limit-store.ts';

/** What is remembered of what somebody takes; what its numbers mean is the gauge's business. */
export interface Level {
  amount: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** What there is of one draw. */
export interface Gauge {
  /** Whether so much is left as is needed, but for what floating-point numbers lose. */
  isEnough(): boolean;
  standing(): Standing;
  /**
   * Sets the draw's amount aside.
   *
   * @returns What corrects it to what was taken in the end.
   */
  hold(): (taken: number) => void;
}

/** How long a rate takes to fill up, in milliseconds. */
export const MINUTE = 60_000;
/** What floating-point numbers may lose. */
export const LOST = 1e-9;

/** The level of somebody who never took anything. */
export function untouched(): Level {
  return { amount: 0, at: -Infinity };
}

/** Reads and changes a level as the draw says. */
export function gaugeOf(draw: Draw, level: Level, now: () => number): Gauge {
  return draw.ends ? budgetGauge(draw, draw.ends, level, now) : rateGauge(draw, level, now);
}

/**
 * Fills up again as time goes by, to its limit within a minute: no burst at the turn of a minute.
 *
 * @param level What was left, and when.
 */
function rateGauge({ limit, needed, amount }: Draw, level: Level, now: () => number): Gauge {
  return { isEnough: () => left() >= needed - LOST, standing: () => ({ left: left() }), hold };

  function left(): number {
    const elapsed = Math.max(0, now() - level.at);
    level.at = Math.max(level.at, now());
    level.amount = Math.min(limit, level.amount + (elapsed * limit) / MINUTE);
    return level.amount;
  }

  function hold(): (taken: number) => void {
    level.amount = left() - amount;
    return (taken) => {
      level.amount = left() + amount - taken;
    };
  }
}

/**
 * Is whole again when its period ends. What a call takes counts where the call began.
 *
 * @param level What was taken, and when that is forgotten.
 */
function budgetGauge(
  { limit, needed, amount }: Draw,
  ends: readonly number[],
  level: Level,
  now: () => number,
): Gauge {
  return {
    isEnough: () => left() > 0 && left() >= needed - LOST,
    standing: () => ({ left: left(), endsInMs: level.at - now() }),
    hold,
  };

  function left(): number {
    const end = ends.find((time) => time > now()) ?? ends.at(-1) ?? Infinity;
    // Periods only follow each other: a clock that is set back opens none again.
    if (end > level.at) {
      level.amount = 0;
      level.at = end;
    }
    return limit - level.amount;
  }

  function hold(): (taken: number) => void {
    left();
    const { at } = level;
    level.amount += amount;
    return (taken) => {
      if (level.at === at) level.amount += taken - amount;
    };
  }
}
