import { UsageError } from '../failure.ts';

const MS = { h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/**
 * Reads a span of time as people write it: `24h`, `30d`, `2w`.
 *
 * @param flag How errors call it.
 * @returns Milliseconds.
 */
export function readDuration(text: string, flag: string): number {
  const { count, unit } = /^(?<count>\d+)(?<unit>[hdw])$/.exec(text)?.groups ?? {};
  if (count !== undefined && Number(count) > 0) return Number(count) * MS[unit as keyof typeof MS];
  throw new UsageError(
    `${flag}: expected a number of hours, days or weeks, such as 24h, 30d or 2w, received ${JSON.stringify(text)}.`,
  );
}
