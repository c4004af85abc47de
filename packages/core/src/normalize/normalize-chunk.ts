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
  if (Array.isArray(value['choices']) && choices.every(hasDelta))
    return value as ChatCompletionChunk;
  // A chunk of `meta` or `usage` alone lacks `choices`; a repeated last chunk lacks `delta`.
  return { ...value, choices: choices.map(withDelta) } as ChatCompletionChunk;
}

function hasDelta(choice: Record<string, unknown>): boolean {
  return isRecord(choice['delta']);
}

function withDelta(choice: Record<string, unknown>, index: number): Record<string, unknown> {
  return { index, ...choice, delta: isRecord(choice['delta']) ? choice['delta'] : {} };
}

function unexpected(value: unknown): HermesError {
  return new HermesError(
    `The host sent an event that is no chat completion chunk: ${excerpt(JSON.stringify(value))}.`,
    { code: 'unexpected_response' },
  );
}
