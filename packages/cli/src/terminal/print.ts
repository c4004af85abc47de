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
export function printTable<Row>(
  { io: { stdout }, styles }: Context,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): void {
  const width = stdout.isTTY ? (stdout.columns ?? 80) : Infinity;
  // The cells are without control characters; the styles are not.
  stdout.write(renderTable(columns, rows, { width, heading: styles.stdout.bold }));
}
