import { HermesError } from '../errors/hermes-error.ts';
import type { Batch, Coming } from '../model/batch.ts';
import type { ChatCompletionChunk } from '../model/chat-completion.ts';
import { excerpt } from '../primitives/excerpt.ts';
import { isRecord } from '../primitives/is-record.ts';
import { keepWire } from '../primitives/wire-value.ts';
import { streamError } from './stream-error.ts';

/**
 * Brings a whole answer into the normal form, by the way that a stream would take, so that the two cannot
 * disagree.
 *
 * @throws HermesError `unexpected_response` when the value is no completion, or the host's own error
 *   when it reports one with a good status.
 */
export function normalizeAnswer<Answer extends Coming<ChatCompletionChunk>>(
  value: unknown,
  normalizer: { push(batch: Batch<unknown>): Answer },
): Answer {
  return normalizer.push({ items: [completionAsChunk(value)], done: true });
}

/** The one chunk that would have brought it all. */
function completionAsChunk(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw unexpected(value);
  const error = streamError(value);
  if (error) throw error;
  const choices = value['choices'];
  if (!Array.isArray(choices) || !choices.every(isRecord)) throw unexpected(value);
  const chunk = { ...value, choices: choices.map(asDelta) };
  return keepWire(chunk, value);
}

function asDelta(choice: Record<string, unknown>, position: number): Record<string, unknown> {
  const { message, delta, ...rest } = choice;
  const said = isRecord(message) ? message : isRecord(delta) ? delta : {};
  const calls = said['tool_calls'];
  if (!Array.isArray(calls)) return { index: position, ...rest, delta: said };
  // Each is whole: its place in the list says more than the index that a host may repeat.
  const indexed = calls.map((call: unknown, index) => (isRecord(call) ? { ...call, index } : call));
  return { index: position, ...rest, delta: { ...said, tool_calls: indexed } };
}

function unexpected(value: unknown): HermesError {
  return new HermesError(
    `The host answered with JSON that is no chat completion: ${excerpt(JSON.stringify(value))}. Check baseURL.`,
    { code: 'unexpected_response' },
  );
}
