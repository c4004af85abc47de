import type { Transaction } from '@hermes4/node';
import { pageSize, take } from '../../account/take.ts';
import { withAccount } from '../../account/with-account.ts';
import type { Context } from '../../command.ts';
import { moment } from '../../format/moment.ts';
import { usd } from '../../format/usd.ts';
import { printJson, printTable, printText } from '../../terminal/print.ts';

/** What `hermes4 balance` can be told. */
export interface BalanceOptions {
  readonly ledger?: true;
  readonly limit: number;
  readonly json?: true;
}

/** Says what is left, or what came in and went out. */
export async function printBalance(options: BalanceOptions, context: Context): Promise<void> {
  if (options.ledger) return printLedger(options, context);
  const balance = await withAccount(context, ({ billing }, call) => billing.balance(call));
  if (options.json) return printJson(context, balance);
  const { current_balance: left, currency } = balance;
  await printText(context, currency === 'USD' ? `${usd(left)}\n` : `${left} ${currency}\n`);
}

async function printLedger({ limit, json }: BalanceOptions, context: Context): Promise<void> {
  const movements = await withAccount(context, ({ billing }, call) =>
    take(billing.transactions({ limit: pageSize(limit) }, call), limit),
  );
  if (json) return printJson(context, movements);
  if (movements.length === 0) {
    context.say('nothing came in or went out yet');
    return;
  }
  await printTable(
    context,
    [
      { heading: 'WHEN', cell: ({ created_at: at }: Transaction) => moment(at) },
      { heading: 'AMOUNT', cell: signed, align: 'right' },
      { heading: 'FOR', cell: ({ type }) => type.toLowerCase().replaceAll('_', ' ') },
      { heading: 'MODEL', cell: ({ model }) => model ?? '', isFlexible: true },
    ],
    movements,
  );
}

function signed({ direction, amount }: Transaction): string {
  return `${direction === 'CHARGE' ? '-' : '+'}${usd(amount.usd)}`;
}
