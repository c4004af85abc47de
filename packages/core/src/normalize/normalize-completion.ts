import { HermesError } from '../errors/hermes-error.ts';
import type { ChatCompletionChunk } from '../model/chat-completion.ts';
import { excerpt } from '../primitives/excerpt.ts';
import { isRecord } from '../primitives/is-record.ts';
import { streamError } from './stream-error.ts';

/**
 * Turns a whole answer into the one chunk that would have brought it all, so that whole and streamed
 * answers go through the same rooms and cannot disagree.
 *
 * @throws HermesError `unexpected_response` when the value is no completion, or the host's own error
 *   when it reports one with a good status.
 */
export function completionAsChunk(value: unknown): ChatCompletionChunk {
  if (!isRecord(value)) throw unexpected(value);
  const error = streamError(value);
  if (error) throw error;
  const choices = value['choices'];
  if (!Array.isArray(choices) || !choices.every(isRecord)) throw unexpected(value);
  return { ...value, choices: choices.map(asDelta) } as ChatCompletionChunk;
}

function asDelta(choice: Record<string, unknown>, position: number): Record<string, unknown> {
  const { message, delta, ...rest } = choice;
  const said = isRecord(message) ? message : isRecord(delta) ? delta : {};
  const calls = said['tool_calls'];
  const indexed = Array.isArray(calls)
    ? {
        tool_calls: calls.map((call: unknown, index) =>
          isRecord(call) ? { index, ...call } : call,
        ),
      }
    : {};
  return { index: position, ...rest, delta: { ...said, ...indexed } };
}

function unexpected(value: unknown): HermesError {
  return new HermesError(
    `The host answered with JSON that is no chat completion: ${excerpt(JSON.stringify(value))}. Check baseURL.`,
    { code: 'unexpected_response' },
  );
}
