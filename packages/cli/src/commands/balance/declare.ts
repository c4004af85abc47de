import { type Declare, GROUPS } from '../../command.ts';
import { readCount } from '../../format/read-count.ts';
import type { BalanceOptions } from './balance.ts';

/** `hermes4 balance` */
export const declareBalance: Declare = (program, act) => {
  program
    .command('balance')
    .helpGroup(GROUPS.account)
    .summary('say what is left on the account')
    .description(`Say what is left on the account, in US dollars.

Examples:
  hermes4 balance
  hermes4 balance --ledger -n 10         the last movements
  hermes4 balance --json | jq .current_balance`)
    .option('--ledger', 'list what came in and went out, the newest first')
    .option('-n, --limit <count>', 'how many movements to list', readCount, 20)
    .option('--json', 'print JSON')
    .action(
      act<BalanceOptions>(async ({ options, context }) => {
        const { printBalance } = await import('./balance.ts');
        return printBalance(options, context);
      }),
    );
};
