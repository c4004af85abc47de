/** A message may be as long as a book; what is asked stands at its beginning or at its end. */
const EACH_END = 1_000;

/** The part of a text in which something is looked for: all of it or, when it is long, both of its ends. */
export function glanceAt(text: string): string {
  return (text.length > 2 * EACH_END ? endsOf(text) : text).replace(/[^\S\n]+/g, ' ');
}

/** Cut between characters, not within one. */
function endsOf(text: string): string {
  const head = text.slice(0, EACH_END).replace(/[\ud800-\udbff]$/, '');
  const tail = text.slice(-EACH_END).replace(/^[\udc00-\udfff]/, '');
  return `${head}\n${tail}`;
}
