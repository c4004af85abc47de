import type { Context } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { isSet } from '../../talk/show-answer.ts';
import { printMarkdown, printTable, printText } from '../../terminal/print.ts';
import type { Column } from '../../terminal/table.ts';
import type { Page } from './page.ts';
import { pages } from './pages.generated.ts';

const COLUMNS: readonly Column<[string, Page]>[] = [
  { heading: 'Code', cell: ([code]) => code },
  { heading: 'What happened', cell: ([, { summary }]) => summary, isFlexible: true },
];

/**
 * Prints the page about an error: set for a terminal, as Markdown for anybody else. Without a code, a list of all.
 *
 * @throws UsageError that names the codes when this is none of them.
 */
export async function explain(code: string | undefined, context: Context): Promise<void> {
  const all: Readonly<Record<string, Page>> = pages;
  if (code === undefined) return printTable(context, COLUMNS, Object.entries(all));
  const page = Object.hasOwn(all, code) ? all[code] : undefined;
  if (!page) {
    throw new UsageError(
      `There is no error code ${JSON.stringify(code)}. The codes are ${Object.keys(all).join(', ')}.`,
    );
  }
  const print = isSet(undefined, context) ? printMarkdown : printText;
  await print(context, page.text);
}
