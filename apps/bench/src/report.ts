import type { Measurement } from './measure.ts';

/** Where the tables are published. */
export const DOCUMENT: URL = new URL('../../docs/docs/contributing/benchmarks.md', import.meta.url);

/** One column of a table: a figure for each contender. */
export interface Column {
  readonly name: string;
  readonly rows: readonly Measurement[];
}

/** Figures as a Markdown table, a row for each contender in the order of the first column. */
export function markdownTable(unit: string, columns: readonly Column[], digits = 2): string {
  const names = columns[0]?.rows.map(({ name }) => name) ?? [];
  const header = `| ${unit} | ${columns.map(({ name }) => name).join(' | ')} |`;
  const rule = `|---|${columns.map(() => '--:').join('|')}|`;
  const lines = names.map((name) => {
    const figures = columns.map(({ rows }) => rows.find((row) => row.name === name)?.ratio);
    return `| ${name} | ${figures.map((figure) => figure?.toFixed(digits) ?? '').join(' | ')} |`;
  });
  return [header, rule, ...lines].join('\n');
}

/**
 * A document with another table under one of its headings.
 *
 * @throws Error when the document has no such heading with a table under it.
 */
export function withTable(document: string, heading: string, table: string): string {
  const [before, after] = document.split(`\n## ${heading}\n`);
  const old = after && /^\|.*(?:\n\|.*)*/m.exec(after);
  if (!old) throw new Error(`The document has no table under “${heading}”.`);
  return `${before}\n## ${heading}\n${after.replace(old[0], () => table)}`;
}
