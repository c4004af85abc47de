import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many cells of a terminal a text takes. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** Cuts a text that takes more cells than there are, never within a character, and says so with an ellipsis. */
export function fitCells(text: string, cells: number): string {
  if (widthOf(text) <= cells) return text;
  let fitting = '';
  let taken = 1;
  for (const { segment } of graphemes.segment(text)) {
    taken += widthOf(segment);
    if (taken > cells) break;
    fitting += segment;
  }
  return `${fitting.trimEnd()}…`;
}

/** Fills a text up to a number of cells. */
export function padCells(text: string, cells: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, cells - widthOf(text)));
  return align === 'left' ? text + blanks : blanks + text;
}
