import type { UsageDetail } from '@hermes4/node';
import { type WindowOptions, windowOf } from '../../account/window-options.ts';
import { withAccount } from '../../account/with-account.ts';
import type { Context } from '../../command.ts';
import { count } from '../../format/count.ts';
import { moment } from '../../format/moment.ts';
import { usd } from '../../format/usd.ts';
import { printJson, printTable, printText } from '../../terminal/print.ts';

/** What `hermes4 usage` can be told. */
export interface UsageOptions extends WindowOptions {
  readonly by: 'model' | 'day' | 'day,model';
  readonly tz?: string;
  readonly json?: true;
}

type Group = NonNullable<UsageDetail['groups']>[number];

/** Says what was spent, in sum and by group. */
export async function printUsage(options: UsageOptions, context: Context): Promise<void> {
  const { by, tz, keyPrefix, json } = options;
  const query = { ...windowOf(options, '30d'), group_by: by, tz, key_prefix: keyPrefix };
  const detail = await withAccount(context, ({ usage }, call) => usage.detail(query, call));
  if (json) return printJson(context, detail);
  const { spend, requests, start, end, groups = [] } = detail;
  await printText(
    context,
    `${usd(spend)} for ${count(requests, 'paid request')}, ${moment(start)} to ${moment(end)}\n`,
  );
  if (groups.length === 0) return;
  await printText(context, '\n');
  await printTable(
    context,
    [
      ...(by.startsWith('day') ? [{ heading: 'DAY', cell: ({ day = '' }: Group) => day }] : []),
      ...(by.endsWith('model')
        ? [{ heading: 'MODEL', cell: ({ model = '' }: Group) => model, isFlexible: true }]
        : []),
      { heading: 'SPENT', cell: ({ spend: spent }: Group) => usd(spent), align: 'right' as const },
      {
        heading: 'CALLS',
        cell: ({ requests: { total } }) => count(total),
        align: 'right' as const,
      },
      {
        heading: 'FAILED',
        cell: ({ requests: { failed } }) => count(failed),
        align: 'right' as const,
      },
      { heading: 'READ', cell: ({ tokens: { input } }) => count(input), align: 'right' as const },
      {
        heading: 'WRITTEN',
        cell: ({ tokens: { output } }) => count(output),
        align: 'right' as const,
      },
    ],
    groups,
  );
}
