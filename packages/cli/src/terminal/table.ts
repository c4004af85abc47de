import { withoutControls } from '../io.ts';
import type { Style } from '../styles.ts';
import { fitCells, padCells, widthOf } from './cells.ts';

/** A column of a table. */
export interface Column<Row> {
  readonly heading: string;
  /** What stands in the column; an empty text when nothing is known. */
  readonly cell: (row: Row) => string;
  readonly align?: 'left' | 'right';
  /** Whether it may be cut where there is no room. One column of a table is. */
  readonly isFlexible?: boolean;
}

/** Where a table is to fit. */
export interface TableSpace {
  /** The cells of a line. */
  readonly width: number;
  /** How headings are set apart. */
  readonly heading: Style;
}

const GAP = 2;
/** A cut column that shows less than this says nothing. */
const LEAST = 16;

/**
 * Sets rows in columns that fit a terminal; where they cannot, each row becomes a block of lines, headed by its
 * first column. Ends with a newline, unless there are no rows.
 */
export function renderTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  space: TableSpace,
): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => columns.map(({ cell }) => inOneLine(cell(row))));
  const widths = widthsOf(columns, cells, space.width);
  const lines = widths ? inColumns(columns, cells, widths, space) : inBlocks(columns, cells, space);
  return `${lines.join('\n')}\n`;
}

/** The widths that fit, or nothing when none do. */
function widthsOf(
  columns: readonly Column<never>[],
  cells: readonly string[][],
  width: number,
): number[] | undefined {
  const natural = columns.map(({ heading }, index) =>
    Math.max(widthOf(heading), ...cells.map((row) => widthOf(row[index] ?? ''))),
  );
  const excess = natural.reduce((sum, one) => sum + one + GAP, -GAP) - width;
  if (excess <= 0) return natural;
  const flexible = columns.findIndex(({ isFlexible }) => isFlexible);
  const left = (natural[flexible] ?? 0) - excess;
  return left < LEAST ? undefined : natural.with(flexible, left);
}

function inColumns(
  columns: readonly Column<never>[],
  cells: readonly string[][],
  widths: readonly number[],
  { heading }: TableSpace,
): string[] {
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return padCells(fitCells(cell, width), width, columns[index]?.align);
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  return [heading(line(columns.map((column) => column.heading))), ...cells.map(line)];
}

function inBlocks(
  columns: readonly Column<never>[],
  cells: readonly string[][],
  { width, heading }: TableSpace,
): string[] {
  const names = columns.map((column) => column.heading);
  const indent = Math.max(...names.slice(1).map(widthOf)) + GAP;
  return cells.flatMap(([title = '', ...rest]) => [
    heading(fitCells(title, width)),
    ...rest.flatMap((cell, index) => {
      if (cell === '') return [];
      const name = padCells(names[index + 1] ?? '', indent);
      return [`  ${name}${fitCells(cell, Math.max(LEAST, width - indent - 2))}`];
    }),
  ]);
}

function inOneLine(text: string): string {
  return withoutControls(text).replace(/\s+/g, ' ').trim();
}
