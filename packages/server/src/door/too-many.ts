import { Refusal } from '../refusal.ts';
import { MINUTE } from './gauge.ts';
import type { Draw, Missing, Standing, Wanted } from './limit-store.ts';

/** A draw, and what there is of it. */
interface Told extends Draw, Standing {}

/**
 * What is left to a caller, in the headers that OpenAI's API has for it, and the same for dollars:
 * `x-ratelimit-limit-requests`, `-remaining-`, `-reset-` (the time until all of it is there).
 */
export function rateHeaders(
  draws: readonly Draw[],
  standings: readonly Standing[],
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [place, standing] of standings.entries()) {
    Object.assign(headers, headersOf(toldOf(draws, standing, place)));
  }
  return headers;
}

/** Refuses a call that wanted what is not there. */
export function refusalOf({ concurrent, draws }: Wanted, { missing, standings }: Missing): Refusal {
  const standing = missing === 'calls' ? undefined : standings[missing];
  if (missing === 'calls' || !standing) {
    return tooMany(`At most ${concurrent} calls may be underway at the same time.`, 1_000, {});
  }
  const told = toldOf(draws, standing, missing);
  return told.unit === 'usd' ? outOfBudget(told) : outOfRate(told);
}

function toldOf(draws: readonly Draw[], standing: Standing, place: number): Told {
  return { ...(draws[place] as Draw), ...standing };
}

function headersOf(told: Told): Record<string, string> {
  const { unit, limit } = told;
  const digits = unit === 'usd' ? 6 : 0;
  return {
    [`x-ratelimit-limit-${unit}`]: `${limit}`,
    [`x-ratelimit-remaining-${unit}`]: `${floor(Math.max(0, told.left), digits)}`,
    [`x-ratelimit-reset-${unit}`]: `${Math.ceil(msUntil(limit, told)) / 1_000}s`,
  };
}

/** The call comes too soon. */
function outOfRate(told: Told): Refusal {
  const words = `At most ${told.limit} ${told.unit} a minute.`;
  return tooMany(words, msUntil(told.needed, told), headersOf(told));
}

/** The call may cost more than is left. */
function outOfBudget(told: Told): Refusal {
  const [most, rest, all] = [told.needed, Math.max(0, told.left), told.limit].map(
    (usd) => `$${floor(usd, 6)}`,
  );
  const advice = told.needed > 0 ? ' A lower max_tokens costs less.' : '';
  const words = `This call may cost ${most}, and ${rest} of ${all} is left.${advice}`;
  return tooMany(words, msUntil(Infinity, told), headersOf(told));
}

/** Milliseconds until so much is left, if nothing more is taken. */
function msUntil(amount: number, { left, limit, endsInMs }: Told): number {
  if (endsInMs !== undefined) return left >= amount ? 0 : endsInMs;
  return (Math.max(0, amount - left) * MINUTE) / limit;
}

function tooMany(words: string, ms: number, headers: Record<string, string>): Refusal {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  return new Refusal(429, `Too Many Requests. ${words} Try again in ${seconds} s.`, {
    ...headers,
    'retry-after': `${seconds}`,
  });
}

function floor(value: number, digits: number): number {
  // What floating-point numbers lose must not show as a whole unit less.
  return Math.floor(value * 10 ** digits + 1e-6) / 10 ** digits;
}
