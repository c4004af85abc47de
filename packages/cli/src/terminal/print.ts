import type { Context } from '../command.ts';
import { createPrinter } from '../talk/printer.ts';
import { type Column, renderTable } from './table.ts';

/** Prints a text of anybody's as data: to standard output, and nothing but it. */
export async function printText({ io }: Context, text: string): Promise<void> {
  await createPrinter(io.stdout).print(text);
}

/** Prints a value as JSON, indented for people and read as well by machines. */
export async function printJson(context: Context, value: unknown): Promise<void> {
  await printText(context, `${JSON.stringify(value, null, 2)}\n`);
}

/** Prints rows as a table that fits the terminal; a pipe gets every cell whole. */
export async function printTable<Row>(
  { io: { stdout }, styles }: Context,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<void> {
  const width = stdout.isTTY ? (stdout.columns ?? 80) : Infinity;
  // The cells are without control characters; the styles are not.
  const table = renderTable(columns, rows, { width, heading: styles.stdout.bold });
  await createPrinter(stdout).printStyled(table);
}

/** Sets Markdown for somebody at a terminal; what sets it is loaded here. */
export async function printMarkdown({ io, styles }: Context, text: string): Promise<void> {
  const { createMarkdown } = await import('../talk/markdown/markdown.ts');
  const markdown = createMarkdown({ styles: styles.stdout, width: () => io.stdout.columns ?? 80 });
  await createPrinter(io.stdout).printStyled(markdown.add(text) + markdown.end());
}
