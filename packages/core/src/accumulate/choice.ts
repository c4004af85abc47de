import type { ChatCompletionChunkChoice } from '../model/chat-completion.ts';
import { isRecord } from '../primitives/is-record.ts';
import { append, copyFields, keepLatest } from './merge-fields.ts';
import { createToolCalls } from './tool-calls.ts';

/** One alternative of a completion that grows. */
export interface ChoiceSoFar {
  add(choice: ChatCompletionChunkChoice): void;
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
  const toolCalls = createToolCalls();

  return { add, isFinished: () => typeof fields['finish_reason'] === 'string', snapshot };

  function add(choice: ChatCompletionChunkChoice): void {
    for (const [name, value] of Object.entries(choice)) {
      if (name === 'delta') addDelta(value);
      else if (name === 'logprobs' && isRecord(value)) addLogprobs(value);
      else if (name !== 'index') keepLatest(fields, name, value);
    }
  }

  function addDelta(delta: unknown): void {
    for (const [name, value] of Object.entries(delta ?? {})) {
      if (name === 'tool_calls' && Array.isArray(value)) toolCalls.add(value);
      else if (name === 'role') keepLatest(message, name, value);
      else append(message, name, value);
    }
  }

  function addLogprobs(value: Record<string, unknown>): void {
    for (const [name, tokens] of Object.entries(value)) append(logprobs, name, tokens);
    fields['logprobs'] = logprobs;
  }

  function snapshot(): Record<string, unknown> {
    const calls = toolCalls.snapshot();
    const said = copyFields(message);
    if (calls.length > 0) said['tool_calls'] = calls;
    const all: Record<string, unknown> = { ...fields, message: said, logprobs: null };
    if (isRecord(fields['logprobs'])) all['logprobs'] = copyFields(logprobs);
    all['finish_reason'] ??= null;
    return all;
  }
}
