import type { Tokens } from 'marked';
import stringWidth from 'string-width';
import { spansOf } from './inline.ts';
import type { Setting } from './setting.ts';

interface Cell {
  readonly shown: string;
  readonly cells: number;
}

/** A table in columns or, where they do not fit, row by row. */
export function renderTable(table: Tokens.Table, setting: Setting, indent: string): string {
  const { styles, width } = setting;
  const cellOf = ({ tokens }: Tokens.TableCell): Cell => {
    const spans = spansOf(tokens, styles);
    const shown = spans.map(({ text, style }) => style(text)).join('');
    return { shown, cells: stringWidth(spans.map(({ text }) => text).join('')) };
  };
  const header = table.header.map(cellOf);
  const rows = table.rows.map((row) => row.map(cellOf));
  const widths = header.map((cell, column) =>
    Math.max(cell.cells, ...rows.map((row) => row[column]?.cells ?? 0)),
  );
  const total = stringWidth(indent) + widths.reduce((sum, cells) => sum + cells + 2, -2);
  if (total > width()) return asRecords();
  const line = (cells: readonly Cell[]): string =>
    `${indent}${cells
      .map((cell, column) => pad(cell, column))
      .join('  ')
      .trimEnd()}\n`;
  const rule = `${indent}${styles.dim(widths.map((cells) => '─'.repeat(cells)).join('  '))}\n`;
  const bold = header.map((cell) => ({ ...cell, shown: styles.bold(cell.shown) }));
  return `${line(bold)}${rule}${rows.map(line).join('')}`;

  function pad({ shown, cells }: Cell, column: number): string {
    const space = (widths[column] ?? 0) - cells;
    const before = { right: space, center: Math.floor(space / 2), left: 0 }[
      table.align[column] ?? 'left'
    ];
    return `${' '.repeat(before)}${shown}${' '.repeat(space - before)}`;
  }

  function asRecords(): string {
    return rows
      .map((row) =>
        row
          .map(
            (cell, column) =>
              `${indent}${styles.bold(header[column]?.shown ?? '')}: ${cell.shown}\n`,
          )
          .join(''),
      )
      .join('\n');
  }
}
