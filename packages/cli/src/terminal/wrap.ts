import { widthOf } from './cells.ts';

/**
 * Breaks a text between its words into lines that fit; a word that is wider has a line of its own.
 *
 * @param width The cells of a line.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    const longer = `${line ?? ''} ${word}`;
    if (line !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
