import type { ChatCompletion, ChatCompletionChunk } from '../model/chat-completion.ts';
import { type ChoiceSoFar, createChoice } from './choice.ts';
import { keepLatest } from './merge-fields.ts';

/** A completion that grows with each chunk. */
export interface Accumulator {
  /** Takes in one more chunk. */
  add(chunk: ChatCompletionChunk): void;
  /** Whether the host has said why each answer ended. */
  isFinished(): boolean;
  /** Whether no chunk has come yet. */
  isEmpty(): boolean;
  /** The completion so far. Later chunks do not change it. */
  completion(): ChatCompletion;
}

/** What the first chunk says for all of them. */
const CONSTANT = new Set(['id', 'object', 'created', 'model']);

/**
 * Folds chunks into one completion. Text is appended, never copied, so a stream costs the same per
 * chunk however long it grows.
 */
export function createAccumulator(): Accumulator {
  const fields: Record<string, unknown> = {};
  const choices = new Map<number, ChoiceSoFar>();
  let empty = true;

  return { add, isFinished, isEmpty: () => empty, completion };

  function add(chunk: ChatCompletionChunk): void {
    empty = false;
    for (const [name, value] of Object.entries(chunk)) {
      if (name !== 'choices') keepLatest(fields, name, value, CONSTANT.has(name));
    }
    for (const choice of chunk.choices) {
      let soFar = choices.get(choice.index);
      if (!soFar) choices.set(choice.index, (soFar = createChoice(choice.index)));
      soFar.add(choice);
    }
  }

  function isFinished(): boolean {
    return choices.size > 0 && [...choices.values()].every((choice) => choice.isFinished());
  }

  function completion(): ChatCompletion {
    const ordered = [...choices.entries()].sort(([a], [b]) => a - b);
    return {
      ...fields,
      object: 'chat.completion',
      choices: ordered.map(([, choice]) => choice.snapshot()),
    } as unknown as ChatCompletion;
  }
}
