import type { Refusal } from '../refusal.ts';
import type { Bill, Dialect, Envelope, StreamEvent } from './dialect.ts';

/** The hosted API's own form, which is the normal form; what it costs follows in an event of its own. */
export const aimlapi: Dialect = {
  name: 'aimlapi',
  headers: ({ cost }) =>
    cost
      ? {
          'x-aimlapi-credits-used': String(cost.credits),
          'x-aimlapi-usd-spent': cost.usd.toFixed(9),
        }
      : {},
  whole: (completion, bill) => ({ ...completion, ...metaOf(bill) }),
  stream: (envelope) => ({
    chunk: (chunk) => [chunk],
    end: (bill) => [...usageChunk(envelope, bill), ...(bill.cost ? [metaOf(bill)] : [])],
    error: nestedError,
  }),
  refusal: (_, hosted) => hosted,
};

/** The chunk that closes a stream whose caller asked for the usage. */
export function usageChunk(envelope: Envelope, { usage, isAsked }: Bill): readonly object[] {
  if (!isAsked) return [];
  return [{ ...envelope, object: 'chat.completion.chunk', choices: [], usage }];
}

/** An error in a stream whose status was 200. */
export function nestedError({ message, status }: Refusal): readonly StreamEvent[] {
  return [{ error: { message, code: status } }];
}

function metaOf({ cost }: Bill): object {
  if (!cost) return {};
  return { meta: { usage: { credits_used: cost.credits, usd_spent: cost.usd } } };
}
