import type { ChatCompletion } from '@hermes4/node';
import { usd } from '../../format/usd.ts';
import type { Spent } from './state.ts';

/** Nothing yet. */
export const NOTHING_SPENT: Spent = { calls: 0, read: 0, written: 0, usd: undefined };

/** What was spent with one more call. */
export function addSpent(spent: Spent, { usage, _request }: ChatCompletion): Spent {
  const cost = _request?.usd;
  return {
    calls: spent.calls + 1,
    read: spent.read + (usage?.prompt_tokens ?? 0),
    written: spent.written + (usage?.completion_tokens ?? 0),
    usd: cost === undefined ? spent.usd : (spent.usd ?? 0) + cost,
  };
}

/** What was spent, in one line. */
export function describeSpent({ calls, read, written, usd: spent }: Spent): string {
  const answers = calls === 1 ? '1 answer' : `${calls} answers`;
  const cost = spent === undefined ? 'the host did not tell what it cost' : usd(spent);
  return `${answers}, ${read} tokens read, ${written} written, ${cost}`;
}
