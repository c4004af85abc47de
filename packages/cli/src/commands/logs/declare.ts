import { addWindow } from '../../account/window-options.ts';
import { type Declare, GROUPS } from '../../command.ts';
import { readCount } from '../../format/read-count.ts';
import type { LogsOptions } from './logs.ts';

/** `hermes4 logs` */
export const declareLogs: Declare = (program, act) => {
  const command = program
    .command('logs')
    .helpGroup(GROUPS.account)
    .summary('list the requests that a key made')
    .description(`List the requests that a key made, the newest first, failed ones included.

Examples:
  hermes4 logs
  hermes4 logs --status failed --since 24h
  hermes4 logs -n 500 --json | jq -r '.[].inference_id'`);
  addWindow(command, '7d')
    .addOption(
      program.createOption('--status <status>', 'only those').choices(['succeeded', 'failed']),
    )
    .option('--of <model>', 'only requests to this model')
    .option('-n, --limit <count>', 'how many', readCount, 20)
    .option('--json', 'print JSON')
    .action(
      act<LogsOptions>(async ({ options, context }) => {
        const { listLogs } = await import('./logs.ts');
        return listLogs(options, context);
      }),
    );
};
