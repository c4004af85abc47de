import type { ChatCompletionChunkChoice } from '../model/chat-completion.ts';
import { isRecord } from '../primitives/is-record.ts';
import { notesOf } from '../primitives/notes.ts';
import type { BeyondText } from './beyond-text.ts';
import { append, copyFields, keepLatest } from './merge-fields.ts';

/** One alternative of a completion that grows. */
export interface ChoiceSoFar {
  add(choice: ChatCompletionChunkChoice): void;
  isFinished(): boolean;
  snapshot(): Record<string, unknown>;
}

/**
 * Starts an alternative with nothing said.
 *
 * @param beyondText Makes what takes in more than text; `undefined` as long as no such thing can come.
 */
export function createChoice(index: number, beyondText: () => BeyondText | undefined): ChoiceSoFar {
  const fields: Record<string, unknown> = { index };
  const message: Record<string, unknown> = {
    role: 'assistant',
    content: null,
    reasoning_content: null,
    refusal: null,
  };
  let beyond: BeyondText | undefined;

  const isFinished = (): boolean => typeof fields['finish_reason'] === 'string';

  return { add, isFinished, snapshot };

  function add(choice: ChatCompletionChunkChoice): void {
    const wireFields = choice as unknown as Record<string, unknown>;
    beyond ??= beyondText();
    for (const name in wireFields) {
      const value = wireFields[name];
      if (name === 'delta') addDelta(value);
      else if (name === 'logprobs' && beyond?.addLogprobs(value)) continue;
      else if (name !== 'index') keepLatest(fields, name, value);
    }
  }

  function addDelta(delta: unknown): void {
    if (!isRecord(delta)) return;
    const notes = notesOf(delta);
    if (notes?.moved) message['content'] = null;
    for (const name in delta) {
      const value = delta[name];
      if (name === 'role') keepLatest(message, name, value);
      else if (!beyond?.add(name, value, notes?.calls) && !isUnsaid(name, value)) {
        append(message, name, value);
      }
    }
  }

  /**
   * Text of which nothing came is null, whether it was left out or sent empty; other names of the reasoning
   * are no part of the normal form, and hosts send them empty beside each piece of text. Calls that are no
   * list are none.
   */
  function isUnsaid(name: string, value: unknown): boolean {
    if (name === 'reasoning' || name === 'thinking') return value === '' || value === null;
    return name === 'tool_calls' || (value === '' && name in message);
  }

  function snapshot(): Record<string, unknown> {
    const said = Object.assign(copyFields(message), beyond?.snapshot());
    const logprobs = beyond?.logprobs() ?? null;
    return { ...fields, message: said, logprobs, finish_reason: fields['finish_reason'] ?? null };
  }
}
