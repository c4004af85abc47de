import { UsageError } from '../../failure.ts';
import type { History } from '../../history/history.ts';

/**
 * The conversation that a person means by a number, or by none.
 *
 * @throws UsageError when there is none.
 */
export function conversationOf(given: string | undefined, history: History): number {
  const isLast = given === undefined || given === 'last';
  if (!isLast && !/^\d+$/.test(given)) {
    throw new UsageError(
      `Expected the number of an exchange, or last, received ${JSON.stringify(given)}. hermes4 history list shows the numbers.`,
    );
  }
  const exchange = isLast ? history.latest() : history.find(Number(given));
  if (exchange) return exchange.conversation;
  throw new UsageError(
    isLast
      ? 'Nothing is kept yet: hermes4 ask and hermes4 chat keep what was asked and answered.'
      : `There is no exchange ${given}. hermes4 history list shows the last ones.`,
  );
}
