import { notesOf } from '../primitives/notes.ts';

type Fields = Record<string, unknown>;

/**
 * The text of a chunk that says nothing else than the chunk before it but more text, as most do;
 * `undefined` for any other. Comparing costs a third of folding each field again.
 */
export function onlyNewText(chunk: Fields, previous: Fields): string | undefined {
  const [choice, other] = chunk['choices'] as readonly Fields[];
  const [before] = previous['choices'] as readonly Fields[];
  if (!choice || !before || other || choice['index'] !== 0) return undefined;
  if (notesOf(chunk) || isOther(chunk, previous, 'choices')) return undefined;
  if (isOther(choice, before, 'delta')) return undefined;
  const delta = choice['delta'] as Fields;
  const known = before['delta'] as Fields | undefined;
  for (const name in delta) {
    if (name === 'content') continue;
    // What is repeated says nothing new when it is a role, or null; anything else may have to be appended.
    if (delta[name] !== known?.[name]) return undefined;
    if (name !== 'role' && delta[name] !== null) return undefined;
  }
  const text = delta['content'];
  return typeof text === 'string' && !notesOf(delta) ? text : undefined;
}

/** Whether anything has changed but one field. */
function isOther(fields: Fields, before: Fields, changing: string): boolean {
  for (const name in fields) {
    if (name !== changing && fields[name] !== before[name]) return true;
  }
  return false;
}
