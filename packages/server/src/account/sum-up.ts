import type { Usage, UsageDetail } from '@hermes4/core';
import { CREDITS_PER_USD } from '../prices.ts';
import { groupBy } from './group-by.ts';
import type { CallSum } from './store.ts';

type UsageGroup = NonNullable<UsageDetail['groups']>[number];

/** How to divide what was spent. */
export interface Grouping {
  readonly byDay: boolean;
  readonly byModel: boolean;
  /** Where days begin: the IANA name of a time zone. */
  readonly timeZone: string;
}

/** What a key spent, in one sum. */
export function totalOf(sums: readonly CallSum[]): Pick<Usage, 'spend' | 'currency' | 'requests'> {
  return { spend: usdOf(sums), currency: 'USD', requests: sum(sums, 'charged') };
}

/** What a key spent on each model, the most expensive first; a model that cost nothing is none of them. */
export function byModel(sums: readonly CallSum[]): UsageDetail['models'] {
  return groupBy(sums, ({ model }) => model)
    .map((group) => ({
      model: group[0].model,
      spend: usdOf(group),
      requests: sum(group, 'charged'),
    }))
    .filter(({ requests }) => requests > 0)
    .sort((a, b) => b.spend - a.spend || compare(a.model, b.model));
}

/** What a key spent in each group: days in their order, within them the most expensive model first. */
export function groupsOf(
  sums: readonly CallSum[],
  { byDay, byModel: eachModel, timeZone }: Grouping,
): UsageGroup[] {
  const dayOf = byDay ? createDayOf(timeZone) : () => '';
  const dated = sums.map((each) => ({ ...each, day: dayOf(each.quarter) }));
  return groupBy(dated, ({ day, model }) => (eachModel ? `${day} ${model}` : day))
    .map((group) => ({
      ...(byDay && { day: group[0].day }),
      ...(eachModel && { model: group[0].model }),
      spend: usdOf(group),
      tokens: tokensOf(sum(group, 'inputTokens'), sum(group, 'outputTokens')),
      requests: {
        total: sum(group, 'total'),
        charged: sum(group, 'charged'),
        succeeded: sum(group, 'succeeded'),
        failed: sum(group, 'total') - sum(group, 'succeeded'),
      },
    }))
    .sort((a, b) => compare(a.day, b.day) || b.spend - a.spend || compare(a.model, b.model));
}

/** Tokens as the API counts them. */
export function tokensOf(input: number, output: number): UsageGroup['tokens'] {
  return { input, output, total: input + output };
}

/** Tells the day of a moment where the time zone is, as `2026-07-21`. */
function createDayOf(timeZone: string): (moment: number) => string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (moment) => {
    const parts = Object.fromEntries(
      format.formatToParts(moment).map(({ type, value }) => [type, value]),
    );
    return `${parts['year']}-${parts['month']}-${parts['day']}`;
  };
}

function compare(a = '', b = ''): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function usdOf(sums: readonly CallSum[]): number {
  return sum(sums, 'credits') / CREDITS_PER_USD;
}

function sum(sums: readonly CallSum[], field: Exclude<keyof CallSum, 'model'>): number {
  return sums.reduce((total, each) => total + each[field], 0);
}
