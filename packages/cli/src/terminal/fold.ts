import { stripVTControlCharacters } from 'node:util';
import type { Output } from '../io.ts';

/**
 * Breaks lines between words for a terminal, which would break them within; a pipe gets them whole, and so does
 * whoever copies a word that is wider than the window. Cells are counted as letters: what counts them truly is not
 * loaded for a line that is said before the answer.
 */
export function fold(
  text: string,
  { isTTY, columns = 80 }: Pick<Output, 'isTTY' | 'columns'>,
): string {
  if (!isTTY) return text;
  return text
    .split('\n')
    .map((line) => foldLine(line, columns))
    .join('\n');
}

function foldLine(line: string, columns: number): string {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && stripVTControlCharacters(longer).length <= columns) {
      lines[lines.length - 1] = longer;
    } else lines.push(word);
  }
  return lines.join('\n');
}
