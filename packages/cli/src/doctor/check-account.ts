import { type CurrentAPIKey, type Hermes, isHermesError, type RequestOptions } from '@hermes4/node';
import { EXIT } from '../exit-code.ts';
import { usd } from '../format/usd.ts';
import { type Outcome, skipped } from './finding.ts';

const SCOPE = 'model:chat';
/** Below this, in US dollars, it is time to top up. */
const LOW = 1;
const TOP_UP = 'Top up at https://aimlapi.com/app/billing';

/** Whether the key is enabled and may chat, and what it may still spend. */
export function checkOwnKey(hermes: Hermes, options: RequestOptions): Promise<Outcome> {
  return ofAccount(async () => judgeKey(await hermes.keys.current(options)));
}

/** Whether there is money. */
export function checkBalance(hermes: Hermes, options: RequestOptions): Promise<Outcome> {
  return ofAccount(async () => {
    const { current_balance: left, currency } = await hermes.billing.balance(options);
    const facts = { balance: left, currency };
    const summary = `${usd(left)} are left`;
    if (left >= LOW) return { status: 'ok', summary, facts };
    if (left > 0)
      return { status: 'warning', summary, advice: `${TOP_UP} before it is used up.`, facts };
    return { status: 'failed', summary, advice: TOP_UP, facts, exitCode: EXIT.outOfCredits };
  });
}

function judgeKey(key: CurrentAPIKey): Outcome {
  const { prefix, disabled, scopes, limit, monthly_usage: used, isThisKey } = key;
  const facts = { prefix, disabled, scopes: scopes ?? null, limit: limit ?? null, used };
  // The host tells of the key that was used last, by anybody with this account.
  if (isThisKey === false) {
    return { ...skipped(`The host tells of another key of the account, ${prefix}`), facts };
  }
  if (disabled) {
    const advice = 'Enable it at https://aimlapi.com/app/keys, or store another: hermes4 keys set';
    return refused(`The key ${prefix} is disabled`, advice, facts);
  }
  if (scopes && !scopes.includes(SCOPE)) {
    const summary = `The key ${prefix} may not chat: it has ${scopes.join(', ') || 'no scope'}`;
    return refused(summary, `Give it the scope ${SCOPE}.`, facts);
  }
  return { ...judgeLimit(key), facts };
}

function refused(summary: string, advice: string, facts: Outcome['facts']): Outcome {
  return { status: 'failed', summary, advice, facts, exitCode: EXIT.unauthorized };
}

function judgeLimit({ prefix, limit, monthly_usage: used }: CurrentAPIKey): Outcome {
  const most = limit?.threshold;
  if (most === undefined) {
    return { status: 'ok', summary: `The key ${prefix} is enabled, may chat and has no limit` };
  }
  const summary = `The key ${prefix} spent ${usd(used)} this month; its limit is ${usd(most)} (${limit?.retention ?? 'no_reset'})`;
  // What it spent in a day, a week or all its life is not told.
  if (limit?.retention !== 'month' || used < 0.8 * most) return { status: 'ok', summary };
  if (used < most) {
    return { status: 'warning', summary, advice: 'Raise its limit before it is reached.' };
  }
  const advice = 'Raise its limit, or use another key.';
  return { status: 'failed', summary, advice, exitCode: EXIT.outOfCredits };
}

/** Hosts other than the hosted API have no such pages, which is no fault of theirs. */
async function ofAccount(check: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await check();
  } catch (error) {
    const isUnknown =
      isHermesError(error) && ['not_found', 'unexpected_response'].includes(error.code);
    if (isUnknown) return skipped('This host does not tell');
    throw error;
  }
}
