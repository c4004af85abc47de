import type { AbsoluteWindow, RelativeWindow } from '@hermes4/node';
import type { Command } from 'commander';
import { UsageError } from '../failure.ts';

/** A window of time and a key, as flags say it. */
export interface WindowOptions {
  readonly since?: string;
  readonly from?: string;
  readonly to?: string;
  readonly key?: string;
}

/** Gives a command the flags of a window. */
export function addWindow(command: Command, usual: string): Command {
  return command
    .option('--since <time>', `the last hours or days, such as 24h or 7d (default: ${usual})`)
    .option('--from <moment>', 'from this moment, such as 2026-11-01 or 2026-11-01T09:00:00Z')
    .option('--to <moment>', 'until this moment; without an offset it is UTC')
    .option('--key <prefix>', 'of the key that begins so (its first 8 characters)');
}

/**
 * The window that flags name.
 *
 * @param usual What holds without them.
 * @throws UsageError for a window that is none.
 */
export function windowOf(
  { since, from, to }: WindowOptions,
  usual: RelativeWindow['period'],
): RelativeWindow | AbsoluteWindow {
  if (from === undefined && to === undefined) {
    const period = since ?? usual;
    if (/^[1-9]\d*[hd]$/.test(period)) return { period: period as RelativeWindow['period'] };
    throw new UsageError(
      `--since: expected hours or days such as 24h or 7d, received ${JSON.stringify(period)}.`,
    );
  }
  if (since !== undefined) throw new UsageError('--since and --from cannot be used together.');
  if (from === undefined) throw new UsageError('--to needs --from: a window begins somewhere.');
  return { start: from, end: to ?? new Date() };
}
