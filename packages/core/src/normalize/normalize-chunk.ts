import { HermesError } from '../errors/hermes-error.ts';
import type { Batch } from '../model/batch.ts';
import type { ChatCompletionChunk } from '../model/chat-completion.ts';
import { excerpt } from '../primitives/excerpt.ts';
import { isRecord } from '../primitives/is-record.ts';
import { streamError } from './stream-error.ts';

/** Brings what arrived of a stream into the normal form; a value that is none ends the batch. */
export function normalizeBatch(batch: Batch<unknown>): Batch<ChatCompletionChunk> {
  const items: ChatCompletionChunk[] = [];
  for (const value of batch.items) {
    const chunk = normalizeChunk(value);
    if (chunk instanceof HermesError) return { items, done: true, failure: chunk };
    if (chunk) items.push(chunk);
  }
  return { items, done: batch.done, failure: batch.failure };
}

function normalizeChunk(value: unknown): ChatCompletionChunk | HermesError | undefined {
  // Some gateways send `data: null` as a heartbeat.
  if (value === null) return undefined;
  if (!isRecord(value)) return unexpected(value);
  const error = streamError(value);
  if (error) return error;
  const choices = value['choices'] ?? [];
  if (!Array.isArray(choices) || !choices.every(isRecord)) return unexpected(value);
  if (value['choices'] === choices && choices.every(isNormal)) return value as ChatCompletionChunk;
  // A chunk of `meta` or `usage` alone lacks `choices`; a repeated last chunk lacks `delta`.
  return { ...value, choices: choices.map(toNormal) } as ChatCompletionChunk;
}

function isNormal(choice: Record<string, unknown>): boolean {
  const { index, delta } = choice;
  return typeof index === 'number' && isRecord(delta) && !delta['tool_calls'];
}

function toNormal(choice: Record<string, unknown>, position: number): Record<string, unknown> {
  const delta = isRecord(choice['delta']) ? choice['delta'] : {};
  const calls = delta['tool_calls'];
  return {
    ...choice,
    index: typeof choice['index'] === 'number' ? choice['index'] : position,
    delta: Array.isArray(calls) ? { ...delta, tool_calls: indexed(calls) } : delta,
  };
}

/** Some servers leave the index out; a call then stands where it stands in the list. */
function indexed(calls: readonly unknown[]): Record<string, unknown>[] {
  return calls.filter(isRecord).map((call, position) => ({
    ...call,
    index: typeof call['index'] === 'number' ? call['index'] : position,
  }));
}

function unexpected(value: unknown): HermesError {
  return new HermesError(
    `The host sent an event that is no chat completion chunk: ${excerpt(JSON.stringify(value))}.`,
    { code: 'unexpected_response' },
  );
}
