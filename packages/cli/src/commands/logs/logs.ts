import type { RequestLog } from '@hermes4/node';
import { pageSize, take } from '../../account/take.ts';
import { type WindowOptions, windowOf } from '../../account/window-options.ts';
import { withAccount } from '../../account/with-account.ts';
import type { Context } from '../../command.ts';
import { count } from '../../format/count.ts';
import { moment } from '../../format/moment.ts';
import { usd } from '../../format/usd.ts';
import { printJson, printTable } from '../../terminal/print.ts';

/** What `hermes4 logs` can be told. */
export interface LogsOptions extends WindowOptions {
  readonly status?: RequestLog['status'];
  readonly of?: string;
  readonly limit: number;
  readonly json?: true;
}

/** Lists requests. */
export async function listLogs(options: LogsOptions, context: Context): Promise<void> {
  const { status, of: model, limit, keyPrefix, json } = options;
  const query = {
    ...windowOf(options, '7d'),
    status,
    model,
    key_prefix: keyPrefix,
    limit: pageSize(limit),
  };
  const rows = await withAccount(context, ({ logs }, call) => take(logs.list(query, call), limit));
  if (json) return printJson(context, rows);
  if (rows.length === 0) {
    context.say('there were no such requests in this time');
    return;
  }
  await printTable(
    context,
    [
      { heading: 'WHEN', cell: ({ created }: RequestLog) => moment(created) },
      { heading: 'STATUS', cell: (row) => row.status },
      { heading: 'COST', cell: ({ cost }) => usd(cost.usd), align: 'right' },
      { heading: 'TOKENS', cell: ({ tokens }) => count(tokens.total), align: 'right' },
      { heading: 'MODEL', cell: (row) => row.model, isFlexible: true },
    ],
    rows,
  );
}
