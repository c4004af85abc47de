import type { ChatCompletionChunkChoice } from '../model/chat-completion.ts';
import { isRecord } from '../primitives/is-record.ts';
import { notesOf } from '../primitives/notes.ts';
import { append, copyFields, keepLatest } from './merge-fields.ts';
import { addDetails } from './reasoning-details.ts';
import { createToolCalls } from './tool-calls.ts';

/** One alternative of a completion that grows. */
export interface ChoiceSoFar {
  add(choice: ChatCompletionChunkChoice): void;
  /** Takes in more text, when a chunk brings nothing else. */
  addText(text: string): void;
  isFinished(): boolean;
  snapshot(): Record<string, unknown>;
}

/** Starts an alternative with nothing said. */
export function createChoice(index: number): ChoiceSoFar {
  const fields: Record<string, unknown> = { index };
  const message: Record<string, unknown> = {
    role: 'assistant',
    content: null,
    reasoning_content: null,
    refusal: null,
  };
  const logprobs: Record<string, unknown> = {};
  const details: Record<string, unknown>[] = [];
  const toolCalls = createToolCalls();

  const isFinished = (): boolean => typeof fields['finish_reason'] === 'string';

  return { add, addText, isFinished, snapshot };

  function addText(text: string): void {
    if (text !== '') append(message, 'content', text);
  }

  function add(choice: ChatCompletionChunkChoice): void {
    const wireFields = choice as unknown as Record<string, unknown>;
    for (const name in wireFields) {
      const value = wireFields[name];
      if (name === 'delta') addDelta(value);
      else if (name === 'logprobs' && isRecord(value)) addLogprobs(value);
      else if (name !== 'index') keepLatest(fields, name, value);
    }
  }

  function addDelta(delta: unknown): void {
    if (!isRecord(delta)) return;
    if (notesOf(delta)?.moved) message['content'] = null;
    for (const name in delta) {
      const value = delta[name];
      if (name === 'role') keepLatest(message, name, value);
      else if (name === 'tool_calls') {
        if (Array.isArray(value)) toolCalls.add(value, notesOf(delta)?.calls);
      } else if (name === 'reasoning_details' && Array.isArray(value)) addDetails(details, value);
      else if (!isUnsaid(name, value)) append(message, name, value);
    }
  }

  function addLogprobs(value: Record<string, unknown>): void {
    for (const [name, tokens] of Object.entries(value)) append(logprobs, name, tokens);
    fields['logprobs'] = logprobs;
  }

  function snapshot(): Record<string, unknown> {
    const calls = toolCalls.snapshot();
    const said = copyFields(message);
    if (details.length > 0) said['reasoning_details'] = details.map((detail) => ({ ...detail }));
    if (calls.length > 0) said['tool_calls'] = calls;
    const all: Record<string, unknown> = { ...fields, message: said, logprobs: null };
    if (isRecord(fields['logprobs'])) all['logprobs'] = copyFields(logprobs);
    all['finish_reason'] ??= null;
    return all;
  }
}

/**
 * Text of which nothing came is null, whether it was left out or sent empty; other names of the reasoning
 * are no part of the normal form, and hosts send them empty beside each piece of text.
 */
function isUnsaid(name: string, value: unknown): boolean {
  switch (name) {
    case 'content':
    case 'reasoning_content':
    case 'refusal':
      return value === '';
    case 'reasoning':
    case 'thinking':
      return value === '' || value === null;
    default:
      return false;
  }
}
