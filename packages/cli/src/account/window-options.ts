import type { AbsoluteWindow, RelativeWindow } from '@hermes4/node';
import type { Command } from 'commander';
import { UsageError } from '../failure.ts';

/** A window of time and a key, as flags say it. */
export interface WindowOptions {
  readonly since?: string;
  readonly start?: string;
  readonly end?: string;
  readonly keyPrefix?: string;
}

/** Gives a command the flags of a window. */
export function addWindow(command: Command, usual: string): Command {
  return command
    .option('--since <time>', `the last hours or days, such as 24h or 7d (default: ${usual})`)
    .option('--start <moment>', 'from this moment, such as 2026-11-01 or 2026-11-01T09:00:00Z')
    .option('--end <moment>', 'until this moment; without an offset it is UTC')
    .option('--key-prefix <prefix>', 'of another key: its first 8 characters');
}

/**
 * The window that flags name.
 *
 * @param usual What holds without them.
 * @throws UsageError for a window that is none.
 */
export function windowOf(
  { since, start, end }: WindowOptions,
  usual: RelativeWindow['period'],
): RelativeWindow | AbsoluteWindow {
  if (start === undefined && end === undefined) {
    const period = since ?? usual;
    if (/^[1-9]\d*[hd]$/.test(period)) return { period: period as RelativeWindow['period'] };
    throw new UsageError(
      `--since: expected hours or days such as 24h or 7d, received ${JSON.stringify(period)}.`,
    );
  }
  if (since !== undefined)
    throw new UsageError('--since cannot be used together with --start and --end.');
  if (start === undefined) throw new UsageError('--end needs --start: a window begins somewhere.');
  return { start, end: end ?? new Date() };
}
