import type { ChatCompletion, ChatCompletionChunk } from '../model/chat-completion.ts';
import type { Warning } from '../model/warning.ts';
import { notesOf } from '../primitives/notes.ts';
import { keepWire, wireOf } from '../primitives/wire-value.ts';
import type { BeyondText } from './beyond-text.ts';
import { type ChoiceSoFar, createChoice } from './choice.ts';
import { keepLatest } from './merge-fields.ts';

type Fields = Record<string, unknown>;

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
const CONSTANT = ['id', 'object', 'created', 'model'];

/**
 * Folds chunks into one completion. Text is appended, never copied, so a stream costs the same per
 * chunk however long it grows.
 *
 * @param beyondText Makes what takes in more than text; `undefined` as long as no such thing can come.
 */
export function createAccumulator(beyondText: () => BeyondText | undefined): Accumulator {
  const fields: Fields = {};
  const choices = new Map<number, ChoiceSoFar>();
  const warnings: Warning[] = [];
  let count = 0;
  let wire: unknown;

  return { add, isFinished, isEmpty: () => count === 0, completion };

  function add(chunk: ChatCompletionChunk): void {
    const wireFields = chunk as unknown as Fields;
    addNotes(chunk);
    for (const name in wireFields) {
      if (name !== 'choices') keepLatest(fields, name, wireFields[name], CONSTANT.includes(name));
    }
    for (const choice of chunk.choices) {
      let soFar = choices.get(choice.index);
      if (!soFar) choices.set(choice.index, (soFar = createChoice(choice.index, beyondText)));
      soFar.add(choice);
    }
  }

  function addNotes(chunk: ChatCompletionChunk): void {
    // One value may have become several chunks; what several brought has no one value.
    const own = wireOf(chunk);
    wire = count === 0 || own === wire ? own : undefined;
    count += 1;
    const noticed = notesOf(chunk)?.warnings;
    if (noticed) warnings.push(...noticed);
  }

  function isFinished(): boolean {
    return choices.size > 0 && [...choices.values()].every((choice) => choice.isFinished());
  }

  function completion(): ChatCompletion {
    const ordered = [...choices.entries()].sort(([a], [b]) => a - b);
    const whole = {
      ...fields,
      object: 'chat.completion',
      choices: ordered.map(([, choice]) => choice.snapshot()),
    };
    if (wire !== undefined) keepWire(whole, wire);
    if (warnings.length > 0) Object.defineProperty(whole, '_warnings', { value: [...warnings] });
    return whole as unknown as ChatCompletion;
  }
}
