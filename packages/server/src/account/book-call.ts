import type { CallRecord } from '../call.ts';
import { costOf, type Prices } from '../prices.ts';
import { counted } from './counted.ts';
import type { NamesOf } from './metrics.ts';
import type { BookedCall } from './store.ts';

/** A name that no model has can be as long as a body; the books take so much of it. */
const LONGEST_NAME = 200;

/**
 * A call as the account's books have it; none when no key of the account made it, or when it never came
 * as far as naming a model.
 *
 * Who leaves early pays for what was written until then; what was refused or broke off costs nothing.
 */
export function bookedCallOf(
  record: CallRecord,
  { prices, namesOf, now }: { prices: Prices; namesOf: NamesOf; now: number },
): BookedCall | undefined {
  const { caller, usage, end } = record;
  if (caller.keyPrefix === undefined || record.model === undefined) return undefined;
  const [model] = namesOf(record.model);
  const succeeded = end === 'complete' || (end === 'left' && usage !== undefined);
  const input = succeeded ? counted(usage?.prompt_tokens) : 0;
  const output = succeeded ? counted(usage?.completion_tokens) : 0;
  const tokens = { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
  return {
    inferenceId: record.id,
    clientRequestId: record.clientRequestId ?? null,
    keyPrefix: caller.keyPrefix,
    model: model.slice(0, LONGEST_NAME),
    succeeded,
    madeAt: record.startedAt,
    bookedAt: now,
    credits: costOf(model, tokens, prices)?.credits ?? 0,
    inputTokens: input,
    outputTokens: output,
  };
}
