import type { Clock } from '../clock.ts';
import { Refusal } from '../refusal.ts';

const MOST = 200;
const WITHIN_MS = 60_000;

/**
 * Holds each key to the one rate that the hosted API documents: 200 requests in 60 seconds.
 *
 * @returns What throws a Refusal, 429 with `Retry-After`, for one request too many.
 */
export function createPace(clock: Clock): (keyPrefix: string) => void {
  const times = new Map<string, number[]>();

  return (keyPrefix) => {
    const now = clock.now();
    const recent = (times.get(keyPrefix) ?? []).filter((time) => time > now - WITHIN_MS);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= MOST) {
      const seconds = Math.ceil((oldest + WITHIN_MS - now) / 1_000);
      throw new Refusal(429, 'Too Many Requests', { 'retry-after': String(seconds) });
    }
    times.set(keyPrefix, [...recent, now]);
  };
}
