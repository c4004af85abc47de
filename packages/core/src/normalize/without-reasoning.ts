import { note, notesOf } from '../primitives/notes.ts';
import { keepWire, wireOf } from '../primitives/wire-value.ts';

type Fields = Record<string, unknown>;

/**
 * Leaves the reasoning out of a chunk in the normal form, for a caller who does not want it; the same chunk
 * when there is none. The host's own value stays at hand as `_wire`.
 */
export function withoutReasoning(chunk: Fields): Fields {
  const choices = chunk['choices'] as readonly Fields[];
  const silent = choices.map(withoutThought);
  if (silent.every((choice, at) => choice === choices[at])) return chunk;
  const { warnings } = notesOf(chunk) ?? {};
  const rest = keepWire({ ...chunk, choices: silent }, wireOf(chunk) ?? chunk);
  return warnings ? note(rest, { warnings }) : rest;
}

function withoutThought(choice: Fields): Fields {
  const delta = choice['delta'] as Fields;
  const { reasoning_content, reasoning, thinking, reasoning_details, ...rest } = delta;
  const said = [reasoning_content, reasoning, thinking, reasoning_details];
  if (said.every((one) => (one ?? '') === '')) return choice;
  // Text that turned out to be a thought is taken back all the same.
  const { reasoning: _, ...notes } = notesOf(delta) ?? {};
  return { ...choice, delta: Object.keys(notes).length > 0 ? note(rest, notes) : rest };
}
