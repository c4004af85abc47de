import { HermesError } from '../errors/hermes-error.ts';
import { isRecord } from '../primitives/is-record.ts';
import type { Answer } from './read-answer.ts';

/** What asks for the next page; `undefined` when there is none. */
export type Next = { readonly cursor: string } | { readonly offset: number } | undefined;

/** Whether the host says that another page follows. */
export function hasNext({ pagination }: Answer): boolean {
  return isRecord(pagination) && pagination['has_more'] === true;
}

/**
 * What asks for the page after this one: the cursor exactly as it came, or the offset behind the last
 * row that did come.
 *
 * @throws HermesError `unexpected_response` when the next page would be this one again: following it
 *   would never end, and stopping would pass for the end.
 */
export function nextOf(answer: Answer, query: Readonly<Record<string, unknown>>): Next {
  if (!hasNext(answer)) return undefined;
  const pagination = answer['pagination'] as Record<string, unknown>;
  const { next_cursor: cursor, offset } = pagination;
  if (typeof cursor === 'string' && cursor !== query['cursor']) return { cursor };
  const { length } = answer['data'] as readonly unknown[];
  if (typeof offset === 'number' && length > 0) return { offset: offset + length };
  throw new HermesError('The host says that more follows, but not where.', {
    code: 'unexpected_response',
  });
}
