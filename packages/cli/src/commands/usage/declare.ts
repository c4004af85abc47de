import { addWindow } from '../../account/window-options.ts';
import { type Declare, GROUPS } from '../../command.ts';
import type { UsageOptions } from './usage.ts';

/** `hermes4 usage` */
export const declareUsage: Declare = (program, act) => {
  const command = program
    .command('usage')
    .helpGroup(GROUPS.account)
    .summary('say what a key spent, and on what')
    .description(`Say what a key spent, and on what, within at most 92 days.

Examples:
  hermes4 usage --since 24h
  hermes4 usage --by day --since 7d --tz Europe/Berlin
  hermes4 usage --start 2026-11-01 --end 2026-12-01 --json`);
  addWindow(command, '30d')
    .addOption(
      program
        .createOption('--by <groups>', 'model, day, or day,model')
        .choices(['model', 'day', 'day,model'])
        .default('model'),
    )
    .option('--tz <zone>', 'where days begin, such as Europe/Berlin (default: UTC)')
    .option('--json', 'print JSON')
    .action(
      act<UsageOptions>(async ({ options, context }) => {
        const { printUsage } = await import('./usage.ts');
        return printUsage(options, context);
      }),
    );
};
