import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { aimsTable } from './aims.ts';
import { type Column, DOCUMENT, markdownTable, withTable } from './report.ts';
import { sections } from './sections.ts';

const { values, positionals } = parseArgs({
  options: {
    // Fewer rounds give a first look; the tables in the docs come from the default.
    rounds: { type: 'string', default: '5' },
    // Puts the tables into the docs.
    write: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
// A peer warns on standard output, which is for the tables.
Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });

const wanted = sections.filter(
  ({ heading }) => positionals.length === 0 || positionals.includes(heading),
);
if (wanted.length < positionals.length) {
  throw new Error(`Expected headings among: ${sections.map(({ heading }) => heading).join(', ')}.`);
}

const measured = new Map<string, readonly Column[]>();
for (const { heading, unit, digits, measure } of wanted) {
  const columns = await measure(Number(values.rounds));
  measured.set(heading, columns);
  publish(heading, markdownTable(unit, columns, digits));
}
if (wanted.length === sections.length) publish('What is aimed at', aimsTable(measured));

function publish(heading: string, table: string): void {
  console.log(`## ${heading}\n\n${table}\n`);
  if (!values.write) return;
  writeFileSync(DOCUMENT, withTable(readFileSync(DOCUMENT, 'utf8'), heading, table));
}
