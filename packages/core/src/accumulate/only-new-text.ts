import { notesOf } from '../primitives/notes.ts';

type Fields = Record<string, unknown>;

/**
 * The text of a chunk that says nothing else than the chunk before it but more text, as most do;
 * `undefined` for any other. Comparing costs a third of folding each field again.
 */
export function onlyNewText(chunk: Fields, previous: Fields): string | undefined {
  if (notesOf(chunk)) return undefined;
  for (const name in chunk) {
    const before = previous[name];
    if (name === 'choices' || (before && isConstant(name))) continue;
    if (chunk[name] !== before) return undefined;
  }
  const choices = chunk['choices'] as readonly Fields[];
  const choice = choices[0];
  const before = (previous['choices'] as readonly Fields[])[0];
  if (choices.length !== 1 || !choice || !before || choice['index'] !== 0) return undefined;
  for (const name in choice) {
    if (choice[name] !== before[name] && name !== 'delta') return undefined;
  }
  return textOf(choice['delta'] as Fields, before['delta']);
}

/** What the first chunk says for all of them. Spelled out: comparing names costs less than their values. */
export function isConstant(name: string): boolean {
  return name === 'id' || name === 'object' || name === 'created' || name === 'model';
}

function textOf(delta: Fields, before: unknown): string | undefined {
  const known = before as Fields | undefined;
  for (const name in delta) {
    // A role that is repeated says nothing new; anything else may have to be appended.
    if (name !== 'content' && (name !== 'role' || delta[name] !== known?.[name])) return undefined;
  }
  const text = delta['content'];
  return typeof text === 'string' && !notesOf(delta) ? text : undefined;
}
