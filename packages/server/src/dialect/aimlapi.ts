import type { ChatCompletionChunk } from '@hermes4/core';
import type { Refusal } from '../refusal.ts';
import type { Bill, Dialect, Envelope, Speech, StreamEvent } from './dialect.ts';

/**
 * The hosted API's own form, which is the normal form. What an answer costs is told by the last chunk of a
 * stream: its documentation shows nothing but `meta` of that event, and other clients fail on an event that
 * is no chunk.
 */
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
  stream: createHostedStream,
  refusal: (_, hosted) => hosted,
};

function createHostedStream(envelope: Envelope): Speech {
  let finish: ChatCompletionChunk | undefined;
  return {
    chunk: (chunk) => {
      if (!chunk.choices[0]?.finish_reason) return [chunk];
      finish = chunk;
      return [];
    },
    end: (bill) => {
      const closing = [...(finish ? [finish] : []), ...usageChunk(envelope, bill)];
      return closing.with(-1, { ...closing.at(-1), ...metaOf(bill) });
    },
    error: nestedError,
  };
}

/** The chunk that closes a stream whose caller asked for the usage. */
export function usageChunk(envelope: Envelope, { usage, isAsked }: Bill): readonly object[] {
  if (!isAsked) return [];
  return [{ ...envelope, object: 'chat.completion.chunk', choices: [], usage }];
}

/** An error in a stream whose status was 200. */
export function nestedError({ message, status }: Refusal): readonly StreamEvent[] {
  return [{ error: { message, code: status } }];
}

/** What an answer cost, if the model has a price. */
export function metaOf({ cost }: Bill): object {
  if (!cost) return {};
  return { meta: { usage: { credits_used: cost.credits, usd_spent: cost.usd } } };
}
