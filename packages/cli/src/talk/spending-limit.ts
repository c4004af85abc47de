import { type Budget, createBudget, type HermesError, isHermesError } from '@hermes4/node';
import { EXIT } from '../exit-code.ts';
import { Failure } from '../failure.ts';
import { count } from '../format/count.ts';
import { usd } from '../format/usd.ts';
import type { Settings } from '../settings/resolve-settings.ts';

/** What a command may spend, over all of its calls. */
export interface SpendingLimit {
  /** For the client; nothing when nobody set a limit. */
  readonly budget: Budget | undefined;
  /** Whether more was spent than that: a whole answer is paid for when it arrives. */
  isPassed(): boolean;
  /**
   * What to end the command with.
   *
   * @param what What the limit did, as the beginning of a sentence.
   */
  failure(what: string): Failure;
}

/** The limit that flags, environment and files set. */
export function spendingLimit(settings: Pick<Settings, 'get'>): SpendingLimit {
  const [dollars, tokens] = [settings.get('max-cost'), settings.get('max-total-tokens')];
  const isSet = dollars !== undefined || tokens !== undefined;
  const budget = isSet ? createBudget({ usd: dollars, tokens }) : undefined;
  const spent = (): { usd: number; tokens: number } => budget?.spent() ?? { usd: 0, tokens: 0 };
  return {
    budget,
    isPassed: () => spent().usd > (dollars ?? Infinity) || spent().tokens > (tokens ?? Infinity),
    failure(what) {
      const total = spent();
      const limits = [
        ...(dollars === undefined ? [] : [`max-cost is ${usd(dollars)}`]),
        ...(tokens === undefined ? [] : [`max-total-tokens is ${count(tokens)}`]),
      ];
      // Hosts tell dollars at the end of an answer, if at all: until then, none are known.
      const money = total.usd > 0 ? ` and ${usd(total.usd)}` : '';
      const taken = `${count(total.tokens, 'token')}${money}`;
      return new Failure(`${what}: ${taken} spent, and ${limits.join(', ')}.`, EXIT.capped);
    },
  };
}

/** Whether an error is that of a limit: what had arrived by then is in its `partial`. */
export function isLimit(error: unknown): error is HermesError {
  return isHermesError(error) && error.code === 'budget_exceeded';
}
