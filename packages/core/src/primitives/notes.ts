import type { Notes } from '../model/notes.ts';

// A symbol, because any name could also be a field that a host sends.
const NOTES: unique symbol = Symbol('notes');

/** Attaches what is known of a value without showing up among its fields. */
export function note<Target extends object>(target: Target, notes: Notes): Target {
  return Object.defineProperty(target, NOTES, { value: notes });
}

/** What was attached to a value. */
export function notesOf(target: object): Notes | undefined {
  return (target as { [NOTES]?: Notes })[NOTES];
}
