import stringWidth from 'string-width';
import type { Style } from '../../styles.ts';

/** A piece of a line, and how it is set. */
export interface Span {
  readonly text: string;
  readonly style: Style;
}

/** Sets spans into lines that break between words; a word that has not ended yet is held back. */
export interface Flow {
  /** What can be printed once the spans are added. */
  add(spans: readonly Span[]): string;
  /** The rest, and the end of the last line if it has anything. */
  end(): string;
}

/** Where lines begin, and how far they go. */
export interface Margins {
  /** How wide a line may be at this moment, in cells. */
  readonly width: () => number;
  /** What stands before the first line. */
  readonly first: string;
  /** What stands before every other. */
  readonly rest: string;
}

/** Narrower than this, every word has a line of its own. */
const MIN_CELLS = 8;

const SPACE = /([ \t\n]+)/;

/** Begins a run of lines. */
export function createFlow({ width, first, rest }: Margins): Flow {
  let column = 0;
  let isBegun = false;
  let word: Span[] = [];
  let gap = '';

  function add(spans: readonly Span[]): string {
    return spans.map(addSpan).join('');
  }

  function addSpan({ text, style }: Span): string {
    let printed = '';
    for (const piece of text.split(SPACE)) {
      if (piece === '') continue;
      if (!/^[ \t\n]/.test(piece)) word.push({ text: piece, style });
      else printed += `${endWord()}${addSpace(piece)}`;
    }
    return printed;
  }

  function addSpace(space: string): string {
    const breaks = space.split('\n').length - 1;
    if (breaks === 0) {
      gap = ' ';
      return '';
    }
    gap = '';
    column = 0;
    return `${isBegun ? '' : begin()}${`\n${rest}`.repeat(breaks)}`;
  }

  function endWord(): string {
    if (word.length === 0) return '';
    const cells = stringWidth(word.map(({ text }) => text).join(''));
    const room = Math.max(MIN_CELLS, width() - stringWidth(rest));
    // A space that does not break the line is an ordinary one to whoever copies it.
    const shown = word.map(({ text, style }) => style(text.replaceAll('\u00A0', ' '))).join('');
    word = [];
    const before = isBegun ? '' : begin();
    const separator = column === 0 ? '' : column + gap.length + cells > room ? `\n${rest}` : gap;
    column = (separator === '' || separator === gap ? column + separator.length : 0) + cells;
    gap = '';
    return `${before}${separator}${shown}`;
  }

  function begin(): string {
    isBegun = true;
    return first;
  }

  return {
    add,
    end() {
      const last = endWord();
      return isBegun ? `${last}\n` : '';
    },
  };
}
